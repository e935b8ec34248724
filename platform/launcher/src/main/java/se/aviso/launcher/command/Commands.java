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
            "rotate-keys", new RotateKeysCommand(),
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
            var arguments = Arguments.parse(line.subList(1, line.size()));
            command.accepts().require(name, arguments);
            return run(command, arguments);
        } catch (Refusal refusal) {
            return failed(refusal.sentence());
        } catch (InterruptedException ended) {
            return 1;
        } catch (Exception ours) {
            System.getLogger(Commands.class.getName()).log(System.Logger.Level.ERROR, "the command failed", ours);
            return failed(ours.getClass().getSimpleName() + ": " + ours.getMessage());
        }
    }

    private static int run(Command command, Arguments arguments) throws Exception {
        try {
            return command.run(arguments);
        } catch (Exception failure) {
            if (Ending.hasBegun()) {
                throw new InterruptedException("ended");
            }
            var sentence = Sentence.of(failure);
            if (sentence.isEmpty()) {
                throw failure;
            }
            throw new Refusal(arguments.place().fullDisk().orElse(sentence.get()), failure);
        }
    }

    private static int failed(String sentence) {
        Console.complain(sentence);
        return 1;
    }
}
