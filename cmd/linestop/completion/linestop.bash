# Completion for bash: source <(linestop completion bash)
#
# Bash breaks words at colons and equal signs and replaces only what comes behind
# the last one, so linestop is given the line and where bash breaks it, and prints
# what is to stand there. Where it has nothing to offer, bash completes file names.
_linestop() {
  local word
  COMPREPLY=()
  while IFS= read -r word; do
    COMPREPLY+=("$word")
  done < <(linestop __complete "${COMP_LINE:0:COMP_POINT}" "$COMP_WORDBREAKS" 2>/dev/null)
}
complete -o default -F _linestop linestop
