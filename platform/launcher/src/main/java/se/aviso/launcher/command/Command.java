package se.aviso.launcher.command;

/** One command of the script. */
@FunctionalInterface
public interface Command {
    /** Runs it and answers the exit code. */
    int run(Arguments arguments) throws Exception;
}
