package se.aviso.app.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import se.aviso.access.Grant;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.dispatch.Channel;

/** The short transactions round a test: whether it may be sent, and that it was. */
@ApplicationScoped
@Transactional
class ChannelTests {
    private static final int FORBIDDEN = 403;

    @Inject
    Ways ways;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /** The channel, switched on or not: it is tried before it is switched on. */
    Optional<Way> allowed(Channel channel) {
        if (!caller.may(Permission.SETTING_WRITE, Grant.WHOLE_TREE)) {
            throw new HttpProblem(FORBIDDEN, "forbidden");
        }
        return channel.carriesTests() ? ways.toHear(channel) : Optional.empty();
    }

    void note(Channel channel, String outcome) {
        trail.record(Deed.ofTenant(
                Act.CHANNEL_TRIED,
                Tenancy.required().value(),
                List.of(Change.to(Field.CHANNEL, channel), Change.to(Field.OUTCOME, outcome))));
    }
}
