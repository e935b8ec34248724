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

new() {
    local folder=${1:-} name
    [ -n "$folder" ] || fail "Where? ./aviso plugin new FOLDER"
    [ ! -e "$folder" ] || [ -z "$(ls -A "$folder")" ] || fail "$folder is not empty."
    name=$(basename "$folder")
    [[ "$name" =~ ^[a-z][a-z0-9-]{0,39}$ ]] || fail "The folder's name is the plugin's id: small letters, digits and hyphens, not \"$name\"."
    mkdir -p "$folder/src/com/example/books" "$folder/test/com/example/books" "$folder/resources/META-INF/aviso"
    cat > "$folder/manifest.txt" <<END
Plugin-Id: $name
Plugin-Version: 1.0.0
Plugin-Requires: >=1.2.0 & <2.0.0
END
    cat > "$folder/resources/META-INF/aviso/settings.schema.json" <<'END'
{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "type": "object",
  "properties": {
    "heading": {"type": "string", "title": "Rubrik", "description": "Står överst i filen.", "maxLength": 60}
  }
}
END
    cat > "$folder/src/com/example/books/package-info.java" <<'END'
/** The books in a form of our own. */
@org.jspecify.annotations.NullMarked
package com.example.books;
END
    cat > "$folder/src/com/example/books/PlainBooks.java" <<'END'
package com.example.books;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.pf4j.Extension;
import se.aviso.spi.PluginContext;
import se.aviso.spi.accounting.AccountingFormat;
import se.aviso.spi.accounting.BooksExtract;

/** Writes a posting a line: day, account, amount; an empty line ends a voucher. */
@Extension
public class PlainBooks implements AccountingFormat {
    @Override
    public String name() {
        return "PLAIN";
    }

    @Override
    public String ending() {
        return "txt";
    }

    @Override
    public String mediaType() {
        return "text/plain;charset=utf-8";
    }

    @Override
    public void write(BooksExtract books, OutputStream out, PluginContext context) throws IOException {
        line(out, context.setting("heading", books.head().seller()));
        books.tell(voucher -> {
            for (var row : voucher.rows()) {
                line(out, voucher.day() + " " + row.account() + " " + row.amount().toDecimal());
            }
            if (!voucher.rows().isEmpty()) {
                line(out, "");
            }
        });
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
END
    cat > "$folder/test/com/example/books/PlainBooksContractTest.java" <<'END'
package com.example.books;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import se.aviso.spi.accounting.AccountingFormat;
import se.aviso.testkit.accounting.AccountingFormatContract;

/** What an accounting format promises; the file is read back here by other code than that which wrote it. */
class PlainBooksContractTest extends AccountingFormatContract {
    @Override
    protected AccountingFormat format() {
        return new PlainBooks();
    }

    @Override
    protected List<Read> read(byte[] file) {
        var vouchers = new ArrayList<Read>();
        for (var part : new String(file, StandardCharsets.UTF_8).split("\n\n")) {
            var voucher = voucher(part);
            if (!voucher.accounts().isEmpty()) { // the heading alone is none
                vouchers.add(voucher);
            }
        }
        return vouchers;
    }

    private static Read voucher(String part) {
        var day = LocalDate.MIN;
        var accounts = new ArrayList<Integer>();
        var ore = new ArrayList<Long>();
        for (var line : part.lines().filter(row -> row.matches("[0-9-]{10} .*")).toList()) {
            var fields = line.split(" ");
            day = LocalDate.parse(fields[0]);
            accounts.add(Integer.valueOf(fields[1]));
            ore.add(new BigDecimal(fields[2]).movePointRight(2).longValueExact());
        }
        return new Read(day, accounts, ore);
    }
}
END
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

# what a jar's classes name of ours that is neither of the API nor in the jar: the host has it, and may change it any day
foreign() {
    local classes=$1 name
    { LC_ALL=C grep -arohE --include='*.class' 'se/aviso/[A-Za-z0-9_/$.-]+' "$classes" || true; } | sort -u | while read -r name; do
        case "$name" in se/aviso/spi/* | se/aviso/kernel/*) continue ;; esac
        [ -e "$classes/$name" ] || [ -e "$classes/$name.class" ] || echo "$name"
    done
}

validate() {
    local jar=${1:-} list manifest id extension parts foreign
    [ -f "$jar" ] || fail "There is no jar \"$jar\"."
    list=$("${bin}jar" --list --file "$jar" 2>/dev/null) || fail "$jar is no jar."
    jar=$(readlink -f "$jar")
    parts=$(mktemp -d)
    (cd "$parts" && "${bin}jar" --extract --file "$jar" META-INF/MANIFEST.MF META-INF/extensions.idx)
    [ -f "$parts/META-INF/MANIFEST.MF" ] || fail "$jar has no manifest."
    manifest=$(tr -d '\r' < "$parts/META-INF/MANIFEST.MF")
    id=$(sed -n 's/^Plugin-Id: *//p' <<< "$manifest")
    [ -n "$id" ] || fail "The manifest has no Plugin-Id."
    grep -q '^Plugin-Version: *[0-9][0-9]*\.[0-9][0-9]*\.[0-9]' <<< "$manifest" || fail "The manifest has no Plugin-Version of three numbers."
    grep -q '^Plugin-Requires: *[^ ]' <<< "$manifest" || fail "The manifest does not say which API the plugin was made for (Plugin-Requires)."
    ! grep -Eq '^se/aviso/(spi|kernel)/' <<< "$list" || fail "The jar brings a copy of our classes: the API is never bundled."
    ! grep -Eq '^(jakarta|org/pf4j)/' <<< "$list" || fail "The jar brings classes of the host's (jakarta, pf4j)."
    grep -qx 'META-INF/extensions.idx' <<< "$list" || fail "The jar has no META-INF/extensions.idx: no class is an @Extension, or PF4J's processor did not run."
    while read -r extension; do
        case "$extension" in '' | '#'*) continue ;; esac
        "${bin}javap" -cp "$jar:$(api)" -public "$extension" > /dev/null 2>&1 || fail "The extension $extension is not in the jar."
        "${bin}javap" -cp "$jar:$(api)" -public "$extension" | grep -q 'se\.aviso\.spi\.' || fail "$extension is of no kind that the host asks for."
    done < "$parts/META-INF/extensions.idx"
    mkdir "$parts/classes"
    (cd "$parts/classes" && "${bin}jar" --extract --file "$jar")
    foreign=$(foreign "$parts/classes")
    rm -rf "$parts"
    [ -z "$foreign" ] || fail "The jar uses what is no part of the API: ${foreign//$'\n'/, }"
    echo "$id is a plugin that can be let in; its line of the allow-list:"
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
