package se.aviso.launcher.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The terminal's own streams, which stay ours when the server takes {@code System.out} for its log. */
public final class Console {
    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private static final PrintStream ERR =
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);

    private Console() {}

    /** One line of result. */
    public static void say(String line) {
        OUT.println(line);
    }

    /** One line of complaint. */
    public static void complain(String line) {
        ERR.println("aviso: " + line);
    }
}
