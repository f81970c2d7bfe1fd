# Completion for fish: linestop completion fish > ~/.config/fish/completions/linestop.fish
#
# Where linestop has nothing to offer, fish completes file names.
function __linestop_complete
  set -l found (linestop __complete (commandline -cp | string collect) 2>/dev/null)
  if set -q found[1]
    printf '%s\n' $found
  else
    __fish_complete_path (commandline -ct)
  end
end
complete -c linestop -f -a '(__linestop_complete)'
