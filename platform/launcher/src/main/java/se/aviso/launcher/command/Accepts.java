package se.aviso.launcher.command;

import java.util.Set;
import se.aviso.launcher.console.Refusal;

/** What may stand behind a command's name: so many words, and these options and flags. */
record Accepts(int words, Set<String> names) {
    Accepts {
        names = Set.copyOf(names);
    }

    static Accepts words(int words, String... names) {
        return new Accepts(words, Set.of(names));
    }

    /** Refuses what this command would not heed: who wrote it meant something by it. */
    void require(String command, Arguments arguments) {
        if (arguments.words().size() > words) {
            throw new Refusal("./aviso " + command + " does not take the word \""
                    + arguments.words().get(words) + "\"; ./aviso help lists what it takes.");
        }
        arguments
                .names()
                .filter(name -> !names.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new Refusal("./aviso " + command + " does not take the option " + name
                            + "; ./aviso help lists what it takes.");
                });
    }
}
