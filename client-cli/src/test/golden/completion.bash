# bash completion for ginnel; made by `ginnel completion bash`
_ginnel() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command='' i
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
            --socket) ((i++)) ;;
            -*) ;;
            *) command=${COMP_WORDS[i]}; break ;;
        esac
    done
    COMPREPLY=()
    case $previous in
        --socket) COMPREPLY=($(compgen -f -- "$current")); return ;;
        --api) COMPREPLY=($(compgen -W '' -- "$current")); return ;;
        --timeout) COMPREPLY=($(compgen -W '' -- "$current")); return ;;
    esac
    case $command in
        '') COMPREPLY=($(compgen -W 'login logout servers favourites connect disconnect pause resume status history settings doctor completion --help --socket --version' -- "$current")) ;;
        login) COMPREPLY=($(compgen -W '--api --help --socket' -- "$current")) ;;
        logout) COMPREPLY=($(compgen -W '--help --socket' -- "$current")) ;;
        servers) case $previous in add) COMPREPLY=($(compgen -f -- "$current")) ;; remove) COMPREPLY=($(compgen -W "$(ginnel servers --ids 2>/dev/null)" -- "$current")) ;; *) COMPREPLY=($(compgen -W '--measure --refresh --json --help --socket add remove' -- "$current")) ;; esac ;;
        favourites) case $previous in add) COMPREPLY=($(compgen -W "$(ginnel servers --ids 2>/dev/null)" -- "$current")) ;; remove) COMPREPLY=($(compgen -W "$(ginnel servers --ids 2>/dev/null)" -- "$current")) ;; *) COMPREPLY=($(compgen -W '--json --help --socket add remove' -- "$current")) ;; esac ;;
        connect) COMPREPLY=($(compgen -W "--fastest --wait --timeout --help --socket $(ginnel servers --ids 2>/dev/null)" -- "$current")) ;;
        disconnect) COMPREPLY=($(compgen -W '--help --socket' -- "$current")) ;;
        pause) COMPREPLY=($(compgen -W '--help --socket 5m 10m 30m 1h' -- "$current")) ;;
        resume) COMPREPLY=($(compgen -W '--wait --timeout --help --socket' -- "$current")) ;;
        status) COMPREPLY=($(compgen -W '--watch --json --help --socket' -- "$current")) ;;
        history) COMPREPLY=($(compgen -W '--json --help --socket on off delete' -- "$current")) ;;
        settings) case $previous in lan) COMPREPLY=($(compgen -W 'on off' -- "$current")) ;; lockdown) COMPREPLY=($(compgen -W 'on off' -- "$current")) ;; dns) COMPREPLY=($(compgen -W 'auto' -- "$current")) ;; keys) COMPREPLY=($(compgen -W '24h now' -- "$current")) ;; *) COMPREPLY=($(compgen -W '--help --socket lan lockdown dns keys' -- "$current")) ;; esac ;;
        doctor) COMPREPLY=($(compgen -W '--json --help --socket' -- "$current")) ;;
        completion) COMPREPLY=($(compgen -W '--help --socket bash zsh fish' -- "$current")) ;;
    esac
}
complete -F _ginnel ginnel
