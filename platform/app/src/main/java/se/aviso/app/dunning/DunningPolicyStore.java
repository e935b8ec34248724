package se.aviso.app.dunning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.aviso.app.member.MembershipTypeStore;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;
import se.aviso.dispatch.Channel;
import se.aviso.dunning.DunningLevel;
import se.aviso.dunning.DunningPolicy;
import se.aviso.kernel.MembershipTypeId;

/** The dunning policies of the tenant; few, so always read whole. */
@ApplicationScoped
public class DunningPolicyStore {
    /** Invoices of no membership type are reminded of after ten days, until something else is said. */
    private static final DunningPolicy OTHERS = DunningPolicy.simple(10, 60);

    @Inject
    Sql sql;

    @Inject
    MembershipTypeStore types;

    /** The policy of every type, and of no type; those that were not set are the types' own. */
    Map<Optional<MembershipTypeId>, TypePolicy> all() {
        var policies = new LinkedHashMap<Optional<MembershipTypeId>, TypePolicy>();
        policies.put(Optional.empty(), TypePolicy.unset(Optional.empty(), OTHERS));
        types.all()
                .forEach((id, type) -> policies.put(
                        Optional.of(id),
                        TypePolicy.unset(Optional.of(id), type.policies().dunning())));
        var levels = levels();
        sql.query(
                        "select * from dunning_policy where tenant_id = ?",
                        row -> read(row, levels.getOrDefault(row.uuid("id"), List.of())),
                        Tenancy.required())
                .forEach(policy -> policies.put(policy.type(), policy));
        return policies;
    }

    /** So many reminders come one after another by the policy that has most. */
    public int mostLevels() {
        return all().values().stream()
                .mapToInt(policy -> policy.rule().levels().size())
                .max()
                .orElse(0);
    }

    /** Writes the policy in the place of the one that there was, and the type's own days after its first level. */
    void save(TypePolicy policy) {
        var id = id(policy);
        sql.update("delete from dunning_level where tenant_id = ? and policy_id = ?", Tenancy.required(), id);
        addLevels(id, policy);
        policy.type()
                .ifPresent(type -> sql.update(
                        "update membership_type set reminder_after_days = ?, lapse_after_days = ?, version = version + 1 "
                                + "where tenant_id = ? and id = ?",
                        policy.rule().reminderAfterDays(),
                        policy.rule().lapseAfterDays(),
                        Tenancy.required(),
                        type.value()));
    }

    private UUID id(TypePolicy policy) {
        var lapse = policy.rule().lapse();
        var type = policy.type().map(MembershipTypeId::value);
        var known = sql.one(
                "update dunning_policy set offer_lapse_after_days = ?, claim_lapse_after_days = ?, reminds_offers = ?, "
                        + "collector_after_days = ?, version = version + 1 where tenant_id = ? and type_id is not distinct from ?::uuid returning id",
                row -> row.uuid("id"),
                lapse.offerAfterDays(),
                lapse.claimAfterDays(),
                lapse.remindsOffers(),
                policy.rule().collectorAfterDays(),
                Tenancy.required(),
                type);
        if (known.isPresent()) {
            return known.get();
        }
        var id = Ids.next();
        sql.update(
                "insert into dunning_policy (tenant_id, id, type_id, offer_lapse_after_days, claim_lapse_after_days, "
                        + "reminds_offers, collector_after_days) values (?, ?, ?::uuid, ?, ?, ?, ?)",
                Tenancy.required(),
                id,
                type,
                lapse.offerAfterDays(),
                lapse.claimAfterDays(),
                lapse.remindsOffers(),
                policy.rule().collectorAfterDays());
        return id;
    }

    private void addLevels(UUID policy, TypePolicy of) {
        var levels = of.rule().levels();
        var channels = new ArrayList<@Nullable Integer>();
        of.words().forEach(words -> channels.add(words.channel().map(Codes::of).orElse(null)));
        sql.update(
                "insert into dunning_level (tenant_id, policy_id, level, after_days, text_sv, text_en, fee, interest, "
                        + "channel) select ?, ?, u.* from unnest(?::smallint[], ?::integer[], ?::text[], ?::text[], "
                        + "?::bigint[], ?::boolean[], ?::smallint[]) u",
                Tenancy.required(),
                policy,
                Sql.smallints(IntStream.rangeClosed(1, levels.size()).boxed().toList()),
                Sql.integers(levels.stream().map(DunningLevel::afterDays).toList()),
                Sql.texts(of.words().stream().map(TypePolicy.Words::sv).toList()),
                Sql.texts(of.words().stream().map(TypePolicy.Words::en).toList()),
                Sql.bigints(
                        levels.stream().map(level -> level.fee().minorUnits()).toList()),
                Sql.booleans(levels.stream().map(DunningLevel::interest).toList()),
                Sql.smallints(channels));
    }

    private record Level(DunningLevel rule, TypePolicy.Words words) {}

    private Map<UUID, List<Level>> levels() {
        var levels = new HashMap<UUID, List<Level>>();
        sql.query(
                "select * from dunning_level where tenant_id = ? order by policy_id, level",
                row -> levels.computeIfAbsent(row.uuid("policy_id"), id -> new ArrayList<>())
                        .add(level(row)),
                Tenancy.required());
        return levels;
    }

    private static Level level(Row row) {
        var channel = row.optionalInteger("channel").map(code -> Codes.constant(Channel.class, code));
        return new Level(
                new DunningLevel(row.integer("after_days"), row.money("fee"), row.flag("interest")),
                new TypePolicy.Words(row.text("text_sv"), row.text("text_en"), channel));
    }

    private static TypePolicy read(Row row, List<Level> levels) {
        var lapse = new DunningPolicy.Lapse(
                row.integer("offer_lapse_after_days"),
                row.optionalInteger("claim_lapse_after_days"),
                row.flag("reminds_offers"));
        return new TypePolicy(
                row.optionalUuid("type_id").map(MembershipTypeId::new),
                new DunningPolicy(
                        levels.stream().map(Level::rule).toList(), lapse, row.integer("collector_after_days")),
                levels.stream().map(Level::words).toList(),
                row.bigint("version"));
    }
}
