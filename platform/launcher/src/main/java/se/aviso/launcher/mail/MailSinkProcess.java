package se.aviso.launcher.mail;

import java.io.IOException;
import java.util.List;
import se.aviso.launcher.data.DataFolder;
import se.aviso.launcher.data.Ports;
import se.aviso.launcher.process.ChildJvm;
import se.aviso.launcher.process.GuardedChild;

/** The mail sink as a child of this process. */
public final class MailSinkProcess implements AutoCloseable {
    private static final List<String> SMALL =
            List.of("-Xmx48m", "-Xss256k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:MaxMetaspaceSize=48m");

    private final GuardedChild child;
    private final int port;

    private MailSinkProcess(GuardedChild child, int port) {
        this.child = child;
        this.port = port;
    }

    /** Starts the sink; it listens a moment later. */
    public static MailSinkProcess start(ChildJvm jvm, DataFolder folder) throws IOException {
        int port = new Ports(folder).of("smtp");
        var arguments = List.of(Integer.toString(port), folder.folder("mail").toString());
        return new MailSinkProcess(
                jvm.start(
                        MailSink.class.getName(), SMALL, arguments, folder.log().resolve("mail.log")),
                port);
    }

    /** The port on the loopback address. */
    public int port() {
        return port;
    }

    @Override
    public void close() {
        child.close();
    }
}
