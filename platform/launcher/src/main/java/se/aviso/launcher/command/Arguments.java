package se.aviso.launcher.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.aviso.launcher.console.Refusal;
import se.aviso.launcher.data.DataFolder;
import se.aviso.launcher.settings.Settings;

/** What stood on the command line: words, options with a value, and flags. */
public record Arguments(List<String> words, Map<String, String> options, Set<String> flags) {
    private static final Set<String> OPTIONS = Set.of("--port", "--data");
    private static final Set<String> FLAGS = Set.of("--exit", "--with-keycloak", "--production", "--rows");

    public Arguments {
        words = List.copyOf(words);
        options = Map.copyOf(options);
        flags = Set.copyOf(flags);
    }

    /** Reads the command line after the command's name. */
    public static Arguments parse(List<String> line) {
        var words = new ArrayList<String>();
        var options = new HashMap<String, String>();
        var flags = new HashSet<String>();
        var rest = line.iterator();
        while (rest.hasNext()) {
            var word = rest.next();
            var name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            if (OPTIONS.contains(name)) {
                options.put(name, word.equals(name) ? value(name, rest) : word.substring(name.length() + 1));
            } else if (FLAGS.contains(word)) {
                flags.add(word);
            } else if (word.startsWith("--")) {
                throw new Refusal("The option " + word + " is not known; ./aviso help lists what is.");
            } else {
                words.add(word);
            }
        }
        return new Arguments(words, options, flags);
    }

    private static String value(String option, java.util.Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new Refusal("The option " + option + " needs a value.");
        }
        return rest.next();
    }

    /** Whether the flag was given. */
    public boolean has(String flag) {
        return flags.contains(flag);
    }

    /** The first word after the command, if any. */
    public Optional<String> word() {
        return words.stream().findFirst();
    }

    /** The options and flags that were given. */
    Stream<String> names() {
        return Stream.concat(options.keySet().stream(), flags.stream());
    }

    /** Where the data folder is or would be: the option, else AVISO_DATA, else ./data. */
    public DataFolder place() {
        var told =
                Optional.ofNullable(options.get("--data")).or(() -> Optional.ofNullable(System.getenv("AVISO_DATA")));
        return DataFolder.at(Path.of(told.filter(name -> !name.isBlank()).orElse("data")));
    }

    /** The data folder, for commands that fill it: made if needed. */
    public DataFolder folder() {
        return DataFolder.open(place().root());
    }

    /** The data folder, for commands that only look or end: refused if there is none. */
    public DataFolder existingFolder() {
        return place().requireThere();
    }

    /** The settings, this line's options first. */
    public Settings settings(DataFolder folder) {
        var given = new HashMap<String, String>();
        Optional.ofNullable(options.get("--port")).ifPresent(port -> given.put("aviso.http.port", port));
        if (has("--production")) {
            given.put("aviso.mode", "production");
        }
        return Settings.of(given, folder);
    }
}
