#compdef ginnel
# zsh completion for ginnel; made by `ginnel completion zsh`
_ginnel_servers() {
    local -a ids
    ids=(${(f)"$(ginnel servers --ids 2>/dev/null)"})
    compadd -a ids
}
_ginnel() {
    local state line
    local -a commands
    commands=(
        'login:Logs in with an API key.'
        'logout:Disconnects, and forgets the key and everything learnt with it.'
        'servers:Lists the servers that the key opens and your own, or changes your own.'
        'favourites:Lists your favourite servers, or changes which they are.'
        'connect:Connects to a server, or switches to it.'
        'disconnect:Takes the tunnel down and lets everything leave this computer again.'
        'pause:Lets everything leave this computer for a while.'
        'resume:Ends a pause now.'
        'status:Says how things are.'
        'history:Says what was used and when, which stays on this computer.'
        'settings:Shows the settings, or changes one.'
        'doctor:Checks what a tunnel needs, and says what to do about what is wrong.'
        'completion:Prints the completions of a shell\: bash, zsh or fish.'
    )
    _arguments -C \
        '(-h --help)-h[Show this.]' '(-h --help)--help[Show this.]' \
        '--socket[Where ginneld listens; default\: GINNEL_SOCKET, else /run/ginnel/ginneld.sock.]:value:_files' \
        '(-V --version)-V[Say which release this is.]' '(-V --version)--version[Say which release this is.]' \
        '1:command:->command' '*::argument:->argument'
    case $state in
        command) _describe command commands ;;
        argument)
            case $line[1] in
                login) _arguments '--api[The operator'\''s API, such as https\://vpn.example.com; default\: GINNEL_API, else that of the last login.]:value: ' '(-h --help)-h[Show this.]' '(-h --help)--help[Show this.]' '--socket[Where ginneld listens; default\: GINNEL_SOCKET, else /run/ginnel/ginneld.sock.]:value:_files' ;;
                logout) _arguments '(-h --help)-h[Show this.]' '(-h --help)--help[Show this.]' '--socket[Where ginneld listens; default\: GINNEL_SOCKET, else /run/ginnel/ginneld.sock.]:value:_files' ;;
                servers) _arguments '--measure[Measure their latency first; takes a few seconds.]' '--refresh[Ask the operator'\''s API for the list first.]' '--json[For programs, as docs/servers.schema.json says.]' '(-h --help)-h[Show this.]' '(-h --help)--help[Show this.]' '--socket[Where ginneld listens; default\: GINNEL_SOCKET, else /run/ginnel/ginneld.sock.]:value:_files' '1:word:(add remove)' '*:value:{ case $words[CURRENT-1] in (add) _files ;; (remove) _ginnel_servers ;; esac }' ;;
                favourites) _arguments '--json[For programs, as docs/favourites.schema.json says.]' '(-h --help)-h[Show this.]' '(-h --help)--help[Show this.]' '--socket[Where ginneld listens; default\: GINNEL_SOCKET, else /run/ginnel/ginneld.sock.]:value:_files' '1:word:(add remove)' '*:value:{ case $words[CURRENT-1] in (add) _ginnel_servers ;; (remove) _ginnel_servers ;; esac }' ;;
                connect) _arguments '--fastest[Choose the server with the shortest round trip.]' '--wait[End when the tunnel works or has failed, not when it has begun.]' '--timeout[Wait at most that long, such as 30s or 2m; default\: 60s. Implies --wait.]:value: ' '(-h --help)-h[Show this.]' '(-h --help)--help[Show this.]' '--socket[Where ginneld listens; default\: GINNEL_SOCKET, else /run/ginnel/ginneld.sock.]:value:_files' '1:server:_ginnel_servers' ;;
                disconnect) _arguments '(-h --help)-h[Show this.]' '(-h --help)--help[Show this.]' '--socket[Where ginneld listens; default\: GINNEL_SOCKET, else /run/ginnel/ginneld.sock.]:value:_files' ;;
                pause) _arguments '(-h --help)-h[Show this.]' '(-h --help)--help[Show this.]' '--socket[Where ginneld listens; default\: GINNEL_SOCKET, else /run/ginnel/ginneld.sock.]:value:_files' '1:word:(5m 10m 30m 1h)' ;;
                resume) _arguments '--wait[End when the tunnel works or has failed, not when it has begun.]' '--timeout[Wait at most that long, such as 30s or 2m; default\: 60s. Implies --wait.]:value: ' '(-h --help)-h[Show this.]' '(-h --help)--help[Show this.]' '--socket[Where ginneld listens; default\: GINNEL_SOCKET, else /run/ginnel/ginneld.sock.]:value:_files' ;;
                status) _arguments '--watch[Go on and say every change, until Ctrl+C.]' '--json[For programs, as docs/status.schema.json says; with --watch one line a change.]' '(-h --help)-h[Show this.]' '(-h --help)--help[Show this.]' '--socket[Where ginneld listens; default\: GINNEL_SOCKET, else /run/ginnel/ginneld.sock.]:value:_files' ;;
                history) _arguments '--json[For programs, as docs/history.schema.json says.]' '(-h --help)-h[Show this.]' '(-h --help)--help[Show this.]' '--socket[Where ginneld listens; default\: GINNEL_SOCKET, else /run/ginnel/ginneld.sock.]:value:_files' '1:word:(on off delete)' ;;
                settings) _arguments '(-h --help)-h[Show this.]' '(-h --help)--help[Show this.]' '--socket[Where ginneld listens; default\: GINNEL_SOCKET, else /run/ginnel/ginneld.sock.]:value:_files' '1:word:(lan lockdown dns keys)' '*:value:{ case $words[CURRENT-1] in (lan) compadd on off ;; (lockdown) compadd on off ;; (dns) compadd auto ;; (keys) compadd 24h now ;; esac }' ;;
                doctor) _arguments '--json[For programs, as docs/doctor.schema.json says.]' '(-h --help)-h[Show this.]' '(-h --help)--help[Show this.]' '--socket[Where ginneld listens; default\: GINNEL_SOCKET, else /run/ginnel/ginneld.sock.]:value:_files' ;;
                completion) _arguments '(-h --help)-h[Show this.]' '(-h --help)--help[Show this.]' '--socket[Where ginneld listens; default\: GINNEL_SOCKET, else /run/ginnel/ginneld.sock.]:value:_files' '1:word:(bash zsh fish)' ;;
            esac ;;
    esac
}
# Loaded from $fpath this file is the function itself; sourced, it only defines it.
if [[ $funcstack[1] == _ginnel ]]; then _ginnel "$@"; else compdef _ginnel ginnel; fi
