package se.aviso.app.dunning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import se.aviso.access.Permission;
import se.aviso.app.audit.AuditTrail;
import se.aviso.app.security.Caller;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.TenantStore;
import se.aviso.app.web.HttpProblem;
import se.aviso.audit.Act;
import se.aviso.audit.AuditEntry.Deed;
import se.aviso.audit.Change;
import se.aviso.audit.Field;
import se.aviso.kernel.MembershipTypeId;

/** Shows and sets how unpaid documents are reminded of, and what the terms say of late payment. */
@ApplicationScoped
@Transactional
public class SetDunningPolicy {
    private static final String WHOLE_TREE = "/";
    private static final int FORBIDDEN = 403;

    /** What an address calls the policy of invoices that no membership stands on. */
    static final String ONE_OFF = "one-off";

    @Inject
    DunningPolicyStore policies;

    @Inject
    AgreementStore agreements;

    @Inject
    TenantStore tenants;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    /** A policy and the version of its row. */
    public record Versioned(PolicyBodies.PolicyBody policy, long version) {}

    /** All policies: that of one-off invoices first, then those of the types by slug. */
    public List<PolicyBodies.PolicyBody> all() {
        var agreed = agreements.all();
        return policies.all().values().stream()
                .map(policy -> PolicyBodies.PolicyBody.of(policy, of(agreed, policy.type())))
                .toList();
    }

    /** One policy, by the id of its type or {@link #ONE_OFF}. */
    public Optional<Versioned> find(String name) {
        return type(name)
                .flatMap(type -> Optional.ofNullable(policies.all().get(type)))
                .map(policy -> new Versioned(
                        PolicyBodies.PolicyBody.of(policy, of(agreements.all(), policy.type())), policy.version()));
    }

    /** Sets a policy, if the row still has the version that the caller has seen. */
    public Versioned set(String name, LongConsumer sameVersion, PolicyBodies.PolicyBody body) {
        var before = required(name);
        sameVersion.accept(before.version());
        var type = type(name).orElseThrow();
        var agreed = of(agreements.all(), type).stream().findFirst().map(AgreementStore.Agreed::terms);
        var former = Optional.ofNullable(policies.all().get(type)).orElseThrow();
        policies.save(new DunningPolicyForm().policy(former, body, agreed));
        trail.record(Deed.ofTenant(
                Act.DUNNING_POLICY_SET,
                type.map(MembershipTypeId::value)
                        .orElseGet(() -> Tenancy.required().value()),
                List.of(Change.of(
                        Field.LEVELS,
                        before.policy().levels().size(),
                        body.levels().size()))));
        return find(name).orElseThrow();
    }

    /** Writes down what the terms say from a day on. */
    public Versioned agree(String name, PolicyBodies.AgreementBody body) {
        required(name);
        var type = type(name).orElseThrow();
        var terms = new DunningPolicyForm().agreement(body);
        agreements.add(type, terms, body.text().sv().strip(), body.text().en().strip());
        trail.record(Deed.ofTenant(
                Act.DUNNING_AGREED,
                type.map(MembershipTypeId::value)
                        .orElseGet(() -> Tenancy.required().value()),
                List.of(Change.to(Field.AMOUNT, terms.fee()), Change.to(Field.VALID_FROM, terms.from()))));
        return find(name).orElseThrow();
    }

    /** A policy is of all groups: who works for a part of the tree sets none. */
    private Versioned required(String name) {
        tenants.lock(Tenancy.required(), "dunning-policy");
        var found = find(name).orElseThrow(HttpProblem::notFound);
        if (!caller.may(Permission.TYPE_WRITE, WHOLE_TREE)) {
            throw new HttpProblem(FORBIDDEN, "forbidden");
        }
        return found;
    }

    private static List<AgreementStore.Agreed> of(List<AgreementStore.Agreed> agreed, Optional<MembershipTypeId> type) {
        return agreed.stream().filter(each -> each.type().equals(type)).toList();
    }

    private static Optional<Optional<MembershipTypeId>> type(String name) {
        if (name.equals(ONE_OFF)) {
            return Optional.of(Optional.empty());
        }
        try {
            return Optional.of(Optional.of(new MembershipTypeId(UUID.fromString(name))));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
