package se.aviso.launcher.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;

/** Received messages as files: a folder a day, a name from the message's id, so that a second delivery stands out. */
final class MailFolder {
    private static final int NAME_BYTES = 16;

    private final Path root;

    MailFolder(Path root) {
        this.root = root;
    }

    /** Keeps the message; it is a file, whole, when this returns. */
    synchronized Path keep(MimeMessage message) throws MessagingException, IOException {
        var bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        var id = message.getMessageID();
        var name = hash(id == null ? bytes.toByteArray() : id.getBytes(StandardCharsets.UTF_8));
        var day = Files.createDirectories(root.resolve(
                LocalDate.now(Clock.system(ZoneId.systemDefault())).format(DateTimeFormatter.BASIC_ISO_DATE)));
        var fresh = Files.createTempFile(day, name, ".part");
        Files.write(fresh, bytes.toByteArray());
        return Files.move(fresh, free(day, name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path free(Path day, String name) {
        var file = day.resolve(name + ".eml");
        for (int copy = 2; Files.exists(file); copy++) {
            file = day.resolve(name + "-" + copy + ".eml");
        }
        return file;
    }

    private static String hash(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(Arrays.copyOf(digest, NAME_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
