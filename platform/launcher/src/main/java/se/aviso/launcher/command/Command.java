package se.aviso.launcher.command;

/** One command of the script. */
interface Command {
    /** What may stand on its line. */
    Accepts accepts();

    /** Runs it and answers the exit code. */
    int run(Arguments arguments) throws Exception;
}
