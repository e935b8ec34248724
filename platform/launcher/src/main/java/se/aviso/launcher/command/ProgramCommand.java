package se.aviso.launcher.command;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.aviso.launcher.console.Refusal;
import se.aviso.launcher.distribution.Distribution;
import se.aviso.launcher.process.ChildJvm;

/** {@code bench NAME} and {@code prove NAME}: programs of their own, each known here by its name. */
final class ProgramCommand implements Command {
    private static final Map<String, String> BENCHES = Map.of(
            "smoke", "se.aviso.bench.Smoke",
            "pages", "se.aviso.bench.Pages",
            "runs", "se.aviso.bench.Runs",
            "search", "se.aviso.bench.Search",
            "oneoff", "se.aviso.bench.OneOff",
            "mails", "se.aviso.bench.Mails",
            "import", "se.aviso.bench.Import",
            "payments", "se.aviso.bench.Payments",
            "documents", "se.aviso.bench.Documents");
    private static final Map<String, String> PROOFS = Map.of();

    private final String kind;
    private final Map<String, String> programs;

    private ProgramCommand(String kind, Map<String, String> programs) {
        this.kind = kind;
        this.programs = programs;
    }

    static ProgramCommand bench() {
        return new ProgramCommand("bench", BENCHES);
    }

    static ProgramCommand prove() {
        return new ProgramCommand("prove", PROOFS);
    }

    @Override
    public Accepts accepts() {
        return Accepts.words(Integer.MAX_VALUE);
    }

    @Override
    public int run(Arguments arguments) throws Exception {
        var name = arguments.word().orElse("");
        var mainClass = programs.get(name);
        if (mainClass == null) {
            throw new Refusal(
                    "./aviso " + kind + " knows " + known() + (name.isEmpty() ? "." : ", not \"" + name + "\"."));
        }
        var rest = arguments.words().subList(1, arguments.words().size());
        return new ChildJvm(Distribution.running()).run(mainClass, Map.of(), List.copyOf(rest));
    }

    private String known() {
        return programs.isEmpty() ? "no program yet" : String.join(", ", new TreeMap<>(programs).keySet());
    }
}
