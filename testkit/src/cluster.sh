# $1: the folder of initdb and postgres. $2: fsync, on or off. $3: the folder to make its own in.
# Then come names of databases that nobody needs any more, and the end.
set -eu
trap '' INT TERM HUP
folder=$(mktemp -d "$3/lacznik-postgres.XXXXXX")
chmod 755 "$folder"
log=$folder/log
server=
finish() {
    status=$?
    [ -z "$server" ] || { kill -QUIT "$server" || true; wait "$server" || true; }
    [ "$status" = 0 ] || cat "$log" >&2
    rm -rf "$folder"
}
trap finish EXIT
"$1/initdb" -D "$folder/data" -U lacznik -A trust --no-sync --no-locale -E UTF8 >"$log" 2>&1
"$1/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= -c max_connections=300 \
    -c fsync="$2" -c synchronous_commit="$2" -c full_page_writes="$2" >>"$log" 2>&1 </dev/null &
server=$!
tries=0
until "$1/pg_isready" -q -h "$folder"; do
    tries=$((tries + 1))
    [ "$tries" -lt 600 ] && kill -0 "$server"
    sleep 0.05
done
echo "ready $folder"
exec >/dev/null
while read -r name; do
    "$1/dropdb" -h "$folder" -U lacznik --force "$name" >>"$log" 2>&1 || true
done
