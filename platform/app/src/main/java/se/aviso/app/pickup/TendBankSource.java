package se.aviso.app.pickup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.kernel.RuleViolation;
import se.aviso.pickup.Expectation;
import se.aviso.pickup.HostKey;

/** What operators do with sources of bank files; it is taken down in the trail of their own tenant. */
@ApplicationScoped
@Transactional
public class TendBankSource {
    @Inject
    BankSourceStore sources;

    @Inject
    SftpStore connections;

    @Inject
    AlarmStore alarms;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    /** Adds a server. Nothing is fetched before its key is pinned. */
    public UUID add(SourceWish wish) {
        wish.require(false);
        var id = sources.add(wish.name().strip(), wish.cadence());
        connections.add(id, wish.connection(), wish.secret().orElseThrow());
        told(Act.BANK_SOURCE_SAVED, wish.name().strip());
        return id;
    }

    /** Changes a server. Another address is another server, whose key must be pinned anew. */
    public void change(UUID id, LongConsumer version, SourceWish wish) {
        var source = server(id);
        version.accept(source.version());
        var before = connections.find(id).orElseThrow();
        wish.require(before.byKey() == wish.server().byKey());
        var after = wish.connection();
        var same = after.isSameServer(before);
        sources.change(id, wish.name().strip(), wish.cadence());
        connections.change(id, after.pinned(same ? before.hostKey() : Optional.empty()));
        wish.secret().filter(text -> !text.isBlank()).ifPresent(secret -> connections.change(id, secret));
        var ready = same && before.hostKey().isPresent();
        sources.lookAt(id, ready ? Optional.of(clock.instant()) : Optional.empty());
        told(Act.BANK_SOURCE_SAVED, wish.name().strip());
    }

    /** Pins the key that a person has compared with what the bank says; from then on files are fetched. */
    public void pin(UUID id, String fingerprint) {
        var source = server(id);
        var key = HostKey.read(fingerprint)
                .orElseThrow(() -> RuleViolation.at("/fingerprint", "bad-fingerprint", Map.of()));
        connections.change(id, connections.find(id).orElseThrow().pinned(Optional.of(key)));
        sources.lookAt(id, Optional.of(clock.instant()));
        trail.record(new Deed(
                Act.HOST_KEY_PINNED,
                Tenancy.required().value(),
                Optional.empty(),
                List.of(Change.to(Field.NAME, source.name())),
                Optional.of(key.fingerprint())));
    }

    /** Looks as soon as may be, whatever the plan says. */
    public void lookNow(UUID id) {
        var source = server(id);
        if (connections.find(id).orElseThrow().hostKey().isEmpty()) {
            throw RuleViolation.of("host-key-unpinned", Map.of());
        }
        sources.lookAt(id, Optional.of(clock.instant()));
        told(Act.BANK_SOURCE_SAVED, source.name());
    }

    /** Says on which days a file is waited for, and until when. */
    public void expect(UUID id, Expectation expectation) {
        var source = sources.find(id).orElseThrow(TendBankSource::unknown);
        sources.expect(id, expectation, clock.instant());
        told(Act.BANK_FILE_EXPECTED, source.name());
    }

    /** Removes a server: its secret is forgotten, its files stay. */
    public void remove(UUID id) {
        var source = server(id);
        connections.remove(id);
        sources.remove(id, clock.instant());
        for (var kind : AlarmKind.values()) {
            alarms.end(id, kind, clock.instant());
        }
        told(Act.BANK_SOURCE_REMOVED, source.name());
    }

    private BankSource server(UUID id) {
        return sources.find(id)
                .filter(source -> source.kind() == SourceKind.SFTP)
                .orElseThrow(TendBankSource::unknown);
    }

    private static RuleViolation unknown() {
        return RuleViolation.of("not-found", Map.of());
    }

    private void told(Act act, String name) {
        trail.record(Deed.ofTenant(act, Tenancy.required().value(), List.of(Change.to(Field.NAME, name))));
    }
}
