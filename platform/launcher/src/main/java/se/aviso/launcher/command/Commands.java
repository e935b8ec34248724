package se.aviso.launcher.command;

import java.util.List;
import java.util.Map;
import se.aviso.launcher.console.Console;
import se.aviso.launcher.console.Refusal;

/** All commands by their names, and the way one is run: a refusal becomes one sentence and exit code 1. */
public final class Commands {
    private static final Map<String, Command> ALL = Map.of(
            "demo", new DemoCommand(),
            "start", new StartCommand(),
            "stop", new StopCommand(),
            "token", new TokenCommand(),
            "doctor", new DoctorCommand(),
            "bench", ProgramCommand.bench(),
            "prove", ProgramCommand.prove());

    private Commands() {}

    /** Runs the command that the line names and answers the exit code. */
    public static int run(List<String> line) {
        try {
            var name = line.isEmpty() ? "" : line.get(0);
            var command = ALL.get(name);
            if (command == null) {
                throw new Refusal("The command \"" + name + "\" is not known; ./aviso help lists what is.");
            }
            return command.run(Arguments.parse(line.subList(Math.min(1, line.size()), line.size())));
        } catch (Refusal refusal) {
            Console.complain(refusal.sentence());
            return 1;
        } catch (InterruptedException ended) {
            return 1;
        } catch (Exception e) {
            Console.complain(e.getClass().getSimpleName() + ": " + e.getMessage());
            System.getLogger(Commands.class.getName()).log(System.Logger.Level.ERROR, "the command failed", e);
            return 1;
        }
    }
}
