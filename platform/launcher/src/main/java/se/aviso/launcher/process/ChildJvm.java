package se.aviso.launcher.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.aviso.launcher.distribution.Distribution;

/**
 * A Java program of the distribution in a process of its own, which sees the launcher's code and the libraries of
 * children, and nothing of the server.
 */
public final class ChildJvm {
    private final Distribution distribution;

    public ChildJvm(Distribution distribution) {
        this.distribution = distribution;
    }

    /** Whether the distribution has this program. */
    public static boolean has(String mainClass) {
        return ChildJvm.class.getResource("/" + mainClass.replace('.', '/') + ".class") != null;
    }

    /** Runs the program on our own terminal and answers its exit code. */
    public int run(String mainClass, Map<String, String> properties, List<String> arguments)
            throws IOException, InterruptedException {
        return startHere(mainClass, properties, arguments).waitFor();
    }

    /** Runs the program on our own terminal, told by its environment what others must not read off its command line. */
    public int runTold(String mainClass, Map<String, String> environment, List<String> arguments)
            throws IOException, InterruptedException {
        var command = command(mainClass, Map.of(), List.of("-Xmx128m"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(environment);
        return builder.start().waitFor();
    }

    /** Starts the program on our own terminal. */
    public Process startHere(String mainClass, Map<String, String> properties, List<String> arguments)
            throws IOException {
        var command = command(mainClass, properties, List.of("-Xmx512m"));
        command.addAll(arguments);
        return new ProcessBuilder(command).inheritIO().start();
    }

    /** Starts the program beside us, its words in a log file. */
    public GuardedChild start(String mainClass, List<String> options, List<String> arguments, Path log)
            throws IOException {
        var command = command(mainClass, Map.of(), options);
        command.addAll(arguments);
        return GuardedChild.start(command, Map.of("MALLOC_ARENA_MAX", "2"), log);
    }

    private List<String> command(String mainClass, Map<String, String> properties, List<String> options) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-Daviso.home=" + distribution.home());
        properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-cp", distribution.lib() + "/*", mainClass));
        return command;
    }
}
