package se.aviso.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import se.aviso.launcher.console.Refusal;
import se.aviso.launcher.data.DataFolder;
import se.aviso.launcher.data.RunNote;

/**
 * Has a run write invoices that go by mail, and counts what arrives from the end of the run on; then sends the last of
 * these mails as often, bare.
 */
final class MailsRun {
    private static final double TARGET = 300;
    private static final double MEGA = 1024.0 * 1024;

    /** As many as the product hands over by one connection. */
    private static final int EACH = 20;

    private static final long PATIENCE_SECONDS = 1_200;

    private final Figures figures = new Figures("mails");
    private final int mails;

    MailsRun(int mails) {
        this.mails = mails;
    }

    void run() throws Exception {
        var own = OwnFolder.of("mails");
        try (var hole = new MailHole();
                var product = AvisoProcess.of("start", own.data(), settings(hole))) {
            var note = product.await(found -> found.fact("all.seconds").isPresent());
            measure(own.data(), note, hole);
            figures.number("limit, mails per s", bare(hole));
        }
        own.delete();
        figures.print();
    }

    private static Map<String, String> settings(MailHole hole) {
        return Map.of(
                "AVISO_MODE",
                "demo",
                "AVISO_MAIL_HOST",
                "127.0.0.1",
                "AVISO_MAIL_PORT",
                Integer.toString(hole.port()),
                "AVISO_MAIL_STARTTLS",
                "off",
                "AVISO_MAIL_FROM",
                "avi@aviso.example");
    }

    private void measure(DataFolder folder, RunNote note, MailHole hole) throws Exception {
        plant(folder);
        RunsRun.renew(RunsRun.api(note));
        var heap = new LiveHeap(note.pid());
        figures.number("heap MB, at the beginning", heap.bytes() / MEGA);
        var first = hole.mails();
        var bytes = hole.bytes();
        var cpu = CpuTime.of(note.pid(), folder);
        var began = System.nanoTime();
        await(hole, mails);
        var seconds = (System.nanoTime() - began) / 1e9;
        var sent = hole.mails() - first;
        var used = CpuTime.of(note.pid(), folder).since(cpu);
        figures.number("mails", (double) sent);
        figures.number("kB a mail", (hole.bytes() - bytes) / 1024.0 / sent);
        figures.number("CPU ms a mail, server", used.server().toNanos() / 1e6 / sent);
        figures.number("CPU ms a mail, database", used.database().toNanos() / 1e6 / sent);
        figures.number("CPU ms a mail, bench", used.bench().toNanos() / 1e6 / sent);
        figures.number("heap MB, after all", heap.bytes() / MEGA);
        figures.number("mails per s", TARGET, sent / seconds);
    }

    private void plant(DataFolder folder) throws SQLException {
        var tenant = TenantConnection.tenant(folder, "demo");
        try (var database = TenantConnection.open(folder, tenant)) {
            new ManyMembers(database).add(0, mails);
            database.update("update member set channel = 0, email = 'm' || number || '@members.example' "
                    + "where street is not null and email is null");
        }
        TenantConnection.analyze(folder);
    }

    private static void await(MailHole hole, long wanted) throws InterruptedException {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (hole.mails() < wanted) {
            if (System.nanoTime() > end) {
                throw new Refusal("Of " + wanted + " mails only " + hole.mails() + " have come.");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Mails a second when nothing is to be done but to send one, over as many connections. */
    private double bare(MailHole hole) throws IOException {
        var mail = hole.last();
        var began = System.nanoTime();
        for (var sent = 0; sent < mails; sent += EACH) {
            deliver(hole.port(), mail);
        }
        return mails / ((System.nanoTime() - began) / 1e9);
    }

    private static void deliver(int port, byte[] mail) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            var in = new SmtpWords(socket.getInputStream());
            heard(in);
            say(socket, in, "EHLO bench");
            for (var each = 0; each < EACH; each++) {
                say(socket, in, "MAIL FROM:<avi@aviso.example>");
                say(socket, in, "RCPT TO:<m1@members.example>");
                say(socket, in, "DATA");
                socket.getOutputStream().write(mail);
                heard(in);
            }
            say(socket, in, "QUIT");
        }
    }

    private static void say(Socket socket, SmtpWords in, String words) throws IOException {
        socket.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        heard(in);
    }

    private static void heard(SmtpWords in) throws IOException {
        if (in.line().isEmpty()) {
            throw new IOException("the mail server has hung up");
        }
    }
}
