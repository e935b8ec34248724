package se.aviso.app.audit;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.aviso.app.web.Json;
import se.aviso.audit.Act;
import se.aviso.audit.Actor;
import se.aviso.audit.AuditEntry;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.kernel.GroupId;

/** An entry as the text that its seal is over: JSON with its fields in a fixed order, and instants of a fixed width. */
@JsonPropertyOrder({"number", "at", "actor", "user", "act", "subject", "group", "changes", "reason"})
record EntryText(
        long number,
        String at,
        Actor.Kind actor,
        Optional<UUID> user,
        Act act,
        UUID subject,
        Optional<UUID> group,
        List<ChangeText> changes,
        Optional<String> reason) {
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
    private static final TypeReference<EntryText> TYPE = new TypeReference<>() {};

    /** A change; values about a person are left out. */
    @JsonPropertyOrder({"field", "before", "after", "personal"})
    record ChangeText(Field field, Optional<String> before, Optional<String> after, Optional<Boolean> personal) {
        static ChangeText of(Change change) {
            return change.personal()
                    ? new ChangeText(change.field(), Optional.empty(), Optional.empty(), Optional.of(true))
                    : new ChangeText(
                            change.field(),
                            Optional.of(change.before()),
                            Optional.of(change.after()),
                            Optional.empty());
        }

        Change toDomain() {
            return new Change(field, before.orElse(""), after.orElse(""), personal.orElse(false));
        }
    }

    static String write(AuditEntry entry) {
        var deed = entry.deed();
        return Json.write(new EntryText(
                entry.number(),
                instant(entry.at()),
                entry.actor().kind(),
                entry.actor().user(),
                deed.act(),
                deed.subject(),
                deed.group().map(GroupId::value),
                deed.changes().stream().map(ChangeText::of).toList(),
                deed.reason()));
    }

    static AuditEntry read(String written) {
        var text = Json.read(written, TYPE);
        var changes = text.changes().stream().map(ChangeText::toDomain).toList();
        var deed = new Deed(text.act(), text.subject(), text.group().map(GroupId::new), changes, text.reason());
        return new AuditEntry(text.number(), Instant.parse(text.at()), new Actor(text.actor(), text.user()), deed);
    }

    /** In UTC with six decimals, so that texts sort as instants do. */
    static String instant(Instant at) {
        return INSTANT.format(at);
    }
}
