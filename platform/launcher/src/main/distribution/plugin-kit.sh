#!/usr/bin/env bash
# The kit of those who write plugins: new, build, test, validate, run. It needs a JDK 17 and this distribution, and no Maven.
set -euo pipefail
home=$(cd "$(dirname "$(readlink -f "$0")")" && pwd)
bin=${JAVA_HOME:+$JAVA_HOME/bin/}

fail() {
    echo "aviso plugin: $1" >&2
    exit 1
}

usage() {
    cat <<'END'
./aviso plugin new FOLDER        a plugin that works, to be changed: an accounting format
./aviso plugin build FOLDER      FOLDER/target/NAME.jar
./aviso plugin test FOLDER       builds, and runs FOLDER/test: the contract of its kind, and what you add
./aviso plugin validate JAR      whether a host would let it in and find its extensions
./aviso plugin run FOLDER [--port NUMBER] [--data DIR]
                                 builds, validates, and starts a demo with the plugin in it
END
}

# what a plugin is compiled against, and nothing else of ours
api() {
    local jar all=
    for jar in "$home"/lib/aviso-plugin-api-*.jar "$home"/lib/aviso-kernel-*.jar "$home"/lib/pf4j-*.jar \
        "$home"/lib/slf4j-api-*.jar "$home"/lib/jspecify-*.jar; do
        [ -e "$jar" ] || fail "$jar is not in this distribution."
        all=$all:$jar
    done
    echo "${all#:}"
}

# from what Maven's archetype makes a project of: there is one sample
new() {
    local folder=${1:-} name archetype parts file
    [ -n "$folder" ] || fail "Where? ./aviso plugin new FOLDER"
    [ ! -e "$folder" ] || [ -z "$(ls -A "$folder")" ] || fail "$folder is not empty."
    name=$(basename "$folder")
    [[ "$name" =~ ^[a-z][a-z0-9-]{0,39}$ ]] || fail "The folder's name is the plugin's id: small letters, digits and hyphens, not \"$name\"."
    archetype=$(find "$home/maven" -name 'aviso-plugin-archetype-*.jar')
    [ -n "$archetype" ] || fail "The sample is not in this distribution: $home/maven."
    parts=$(mktemp -d)
    (cd "$parts" && "${bin}jar" --extract --file "$archetype" archetype-resources)
    mkdir -p "$folder/src/com/example/books" "$folder/test/com/example/books"
    cp -r "$parts/archetype-resources/resources" "$folder/"
    (cd "$parts/archetype-resources" && echo manifest.txt pom.xml src/*.java test/*.java) | tr ' ' '\n' | while read -r file; do
        sed -e "s|\${groupId}|com.example|g; s|\${artifactId}|$name|g; s|\${version}|1.0.0|g; s|\${package}|com.example.books|g" \
            -e "s|\${avisoHome}|${home//&/\\&}|g" "$parts/archetype-resources/$file" > "$folder/${file/\//\/com\/example\/books\/}"
    done
    rm -rf "$parts"
    echo "$folder is a plugin. Next: ./aviso plugin run $folder"
}

build() {
    local folder=${1:-} name classes
    [ -f "$folder/manifest.txt" ] || fail "There is no manifest.txt in \"$folder\": ./aviso plugin new FOLDER makes one."
    name=$(sed -n 's/^Plugin-Id: *//p' "$folder/manifest.txt")
    classes=$folder/target/classes
    rm -rf "$classes"
    mkdir -p "$classes"
    # PF4J's processor writes META-INF/extensions.idx of what is an @Extension
    find "$folder/src" -name '*.java' -print0 | xargs -0 "${bin}javac" --release 17 -Xlint:all,-processing,-path -Werror \
        -parameters -d "$classes" -cp "$(api)" -processorpath "$(api)" 2>&1 | { grep -v '^Note: ' >&2 || true; } || fail "The plugin does not compile; javac's words are above."
    [ ! -d "$folder/resources" ] || cp -r "$folder/resources/." "$classes/"
    "${bin}jar" --create --file "$folder/target/$name.jar" --manifest "$folder/manifest.txt" -C "$classes" .
    echo "$folder/target/$name.jar"
}

tests() {
    local folder=${1:-} classes kit
    [ -n "$folder" ] || fail "Which? ./aviso plugin test FOLDER"
    build "$folder" > /dev/null
    [ -n "$(find "$folder/test" -name '*.java' -print -quit 2>/dev/null)" ] || fail "There are no tests in $folder/test."
    classes=$folder/target/test-classes
    rm -rf "$classes"
    mkdir -p "$classes"
    kit=$folder/target/classes:$classes:$(api)$(printf ':%s' "$home"/testkit/*.jar "$home"/lib/aviso-launcher.jar)
    find "$folder/test" -name '*.java' -print0 | xargs -0 "${bin}javac" --release 17 -Xlint:none -proc:none \
        -d "$classes" -cp "$kit" || fail "The tests do not compile; javac's words are above."
    "${bin}java" -cp "$kit" se.aviso.launcher.kit.RunContracts "$classes" || fail "Not all tests of $folder hold."
}

# by the rule of the host, which takes what is let in here
validate() {
    local jar=${1:-}
    [ -f "$jar" ] || fail "There is no jar \"$jar\"."
    "${bin}jar" --list --file "$jar" > /dev/null 2>&1 || fail "$jar is no jar."
    "${bin}java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$home/lib/*" se.aviso.launcher.kit.ValidatePlugin "$jar" ||
        fail "No host would take $jar; why stands above."
    echo "$(sha256sum "$jar" | cut -d' ' -f1)  $(basename "$jar")"
}

run() {
    local folder=${1:-} jar plugins
    [ -n "$folder" ] || fail "Which? ./aviso plugin run FOLDER"
    shift
    jar=$(build "$folder")
    validate "$jar"
    plugins=$folder/target/plugins
    rm -rf "$plugins"
    mkdir -p "$plugins"
    cp "$home"/plugins/*.jar "$jar" "$plugins/"
    plugins=$(cd "$plugins" && pwd)
    sha256sum "$jar" > "$plugins/allow-list.sha256"
    AVISO_PLUGINS_DIR=$plugins AVISO_PLUGINS_ALLOW_LIST=$plugins/allow-list.sha256 MALLOC_ARENA_MAX=2 \
        exec "${bin}java" "@$home/jvm.options" -jar "$home/aviso.jar" demo "$@"
}

case "${1:-help}" in
    new | build | validate | run) "$@" ;;
    test) # a word of the shell's own
        shift
        tests "$@"
        ;;
    *) usage ;;
esac
