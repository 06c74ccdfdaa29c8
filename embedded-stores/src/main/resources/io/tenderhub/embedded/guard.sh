# Ends the servers of a program that was killed. Reads lines from the program: "watch PID", "farewell".
trap '' HUP INT TERM PIPE
folder=$1
mode=$2
watched=

# The start time of a living process, by which a number used anew is told apart; nothing for a dead one.
started() {
    if [ -d /proc/self ]; then
        line=
        read -r line 2>/dev/null < "/proc/$1/stat" || return 0
        set -- ${line##*) }
        [ "$1" = Z ] && return 0
        shift 19
        echo "$1"
    else
        ps -o lstart= -p "$1" 2>/dev/null | tr -d ' '
    fi
}

add() {
    case $1 in '' | *[!0-9]*) return 0 ;; esac
    since=$(started "$1")
    if [ -n "$since" ]; then
        case " $watched " in *" $1:$since "*) ;; *) watched="$watched $1:$since" ;; esac
    fi
}

# A server that was started but not yet told of: its file names it, and it works in the folder of its file.
add_from() {
    pid=
    read -r pid 2>/dev/null < "$folder/$1/$2" || return 0
    if [ "$(readlink "/proc/$pid/cwd" 2>/dev/null)" = "$folder/$1" ]; then
        add "$pid"
    fi
}

add_unannounced() {
    add_from postgres postmaster.pid
    add_from redis redis.pid
    add_from mongo mongod.pid
}

while read -r word pid; do
    case $word in
        watch) add "$pid" ;;
        farewell)
            [ "$mode" = keep ] && rm -f "$folder/guard.pid"
            exit 0
            ;;
    esac
done

pause() {
    sleep 0.2 2>/dev/null || sleep 1
}

# Asks once, then insists: a second interrupt would make Redis give up its last save.
round=0
quiet=0
while [ $quiet -lt 5 ] && [ $round -lt 200 ]; do
    add_unannounced
    case $round in
        0 | 20) signal=INT ;;
        50) signal=QUIT ;;
        80 | 120 | 160) signal=KILL ;;
        *) signal=0 ;;
    esac
    living=0
    for each in $watched; do
        pid=${each%%:*}
        if [ "$(started "$pid")" = "${each#*:}" ]; then
            living=1
            kill -$signal "$pid"
        fi
    done
    if [ $living = 0 ]; then quiet=$((quiet + 1)); else quiet=0; fi
    round=$((round + 1))
    pause
done

if [ "$mode" = remove ]; then
    cd /
    rm -rf "$folder"
    sleep 1
    rm -rf "$folder"
else
    rm -f "$folder/guard.pid"
fi
