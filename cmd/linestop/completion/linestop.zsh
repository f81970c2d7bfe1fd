#compdef linestop
# Completion for zsh: source <(linestop completion zsh)
#
# Where linestop has nothing to offer, zsh completes file names.
_linestop() {
  local -a found
  found=("${(@f)$(linestop __complete "${(j: :)words[1,CURRENT-1]} $QIPREFIX$PREFIX" 2>/dev/null)}")
  if [[ -n "$found" ]]; then
    compadd -- "${found[@]}"
  else
    _files
  fi
}
compdef _linestop linestop
