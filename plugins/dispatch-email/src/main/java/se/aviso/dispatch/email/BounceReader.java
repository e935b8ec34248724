package se.aviso.dispatch.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.aviso.spi.dispatch.Delivery;

/**
 * Reads what mail servers report of a mail (delivery status notifications, RFC 3464). Answers of people and of their
 * holidays are no reports, and say nothing here.
 */
final class BounceReader {
    private static final Pattern MESSAGE_ID = Pattern.compile(
            "<([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@[^<>\\s]{1,255}>",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RETURN_ADDRESS = Pattern.compile(
            "bounces\\+([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@", Pattern.CASE_INSENSITIVE);
    private static final Pattern STATUS = Pattern.compile("[245]\\.[0-9]{1,3}\\.[0-9]{1,3}");
    private static final int MOST_RECIPIENTS = 20;
    private static final int MOST_PARTS = 10;

    private final Session session = Session.getInstance(new Properties());

    /** What the report tells; nothing when it is none, or none of ours. */
    List<Delivery> read(byte[] mail) {
        try {
            return read(new MimeMessage(session, new ByteArrayInputStream(mail)));
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            return List.of(); // a stranger wrote it; Jakarta Mail fails in many ways on what is no mail
        }
    }

    private static List<Delivery> read(MimeMessage mail) throws MessagingException, IOException {
        if (!mail.isMimeType("multipart/report")
                || !isOnDelivery(mail)
                || !(mail.getContent() instanceof Multipart all)) {
            return List.of();
        }
        var parts = parts(all);
        var message = returnAddress(mail).or(() -> original(parts));
        if (message.isEmpty()) {
            return List.of();
        }
        for (var part : parts) {
            if (part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status")) {
                return worst(part).map(report -> report.of(message.get())).stream()
                        .toList();
            }
        }
        return List.of();
    }

    private static boolean isOnDelivery(MimeMessage mail) throws MessagingException {
        var type = new ContentType(mail.getContentType()).getParameter("report-type");
        return "delivery-status".equalsIgnoreCase(type);
    }

    private static List<Part> parts(Multipart all) throws MessagingException {
        var parts = new ArrayList<Part>();
        for (var i = 0; i < Math.min(all.getCount(), MOST_PARTS); i++) {
            parts.add(all.getBodyPart(i));
        }
        return parts;
    }

    /** The address that the mail named for bounces stands in the envelope, and here where servers have noted it. */
    private static Optional<UUID> returnAddress(MimeMessage mail) throws MessagingException {
        for (var name : List.of("Delivered-To", "X-Original-To", "To")) {
            var found = id(RETURN_ADDRESS, mail.getHeader(name));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The id of the mail that comes back with the report, or its head. */
    private static Optional<UUID> original(List<Part> parts) {
        return parts.stream().flatMap(part -> messageId(part).stream()).findFirst();
    }

    private static Optional<UUID> messageId(Part part) {
        try {
            if (!part.isMimeType("message/rfc822")
                    && !part.isMimeType("text/rfc822-headers")
                    && !part.isMimeType("message/global")
                    && !part.isMimeType("message/global-headers")) {
                return Optional.empty();
            }
            try (var content = part.getInputStream()) {
                return id(MESSAGE_ID, new InternetHeaders(content).getHeader("Message-ID"));
            }
        } catch (MessagingException | IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<UUID> id(Pattern pattern, String @Nullable [] headers) {
        return Stream.ofNullable(headers)
                .flatMap(Stream::of)
                .map(pattern::matcher)
                .filter(Matcher::find)
                .map(found -> UUID.fromString(found.group(1)))
                .findFirst();
    }

    /** What a report says of its recipients: ours have one, and a server that tells of more tells of its aliases. */
    private static Optional<Report> worst(Part status) throws MessagingException, IOException {
        try (var lines = status.getInputStream()) {
            new InternetHeaders(lines); // of the whole mail
            Optional<Report> worst = Optional.empty();
            for (var i = 0; i < MOST_RECIPIENTS; i++) {
                var report = Report.of(new InternetHeaders(lines));
                if (report.isEmpty()) {
                    return worst;
                }
                worst = worst.filter(one -> one.state().compareTo(report.get().state()) >= 0)
                        .or(() -> report);
            }
            return worst;
        }
    }

    /** What is said of a recipient. */
    private record Report(Delivery.State state, String status) {
        /** Nothing at the end, and of what is neither good nor bad. */
        static Optional<Report> of(InternetHeaders fields) {
            var action = first(fields, "Action").toLowerCase(Locale.ROOT);
            var status = STATUS.matcher(first(fields, "Status"));
            var code = status.find() ? status.group() : "";
            return switch (action) {
                case "failed" -> Optional.of(new Report(Delivery.State.LOST, code));
                case "delivered" -> Optional.of(new Report(Delivery.State.DELIVERED, code));
                case "delayed", "relayed", "expanded" -> Optional.of(new Report(Delivery.State.TAKEN, code));
                default -> Optional.empty();
            };
        }

        private static String first(InternetHeaders fields, String name) {
            var value = fields.getHeader(name, null);
            return value == null ? "" : value.strip();
        }

        Delivery of(UUID message) {
            var reason = state == Delivery.State.LOST ? ("The mail came back: " + status).strip() + "." : "";
            return new Delivery(Optional.of(message), "", state, reason);
        }
    }
}
