package se.aviso.app.life;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import se.aviso.app.tenancy.Row;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;
import se.aviso.kernel.GroupId;

/** Moves between groups, planned and done. */
@ApplicationScoped
public class TransferStore {
    private static final int PLANNED = 0;
    private static final int DONE = 1;
    private static final int CALLED_OFF = 2;

    @Inject
    Sql sql;

    /**
     * A move between groups.
     *
     * @param periodGoes whether a paid period goes along; else it ends the day before
     * @param credits whether what is unpaid to the old group is credited then
     */
    public record Transfer(
            UUID id,
            UUID membership,
            UUID from,
            UUID to,
            LocalDate on,
            boolean periodGoes,
            boolean credits,
            String note,
            int state) {
        /** True while its day has not come. */
        public boolean isPlanned() {
            return state == PLANNED;
        }

        /** True when somebody called it off. */
        public boolean isCalledOff() {
            return state == CALLED_OFF;
        }
    }

    /** A move to be: between which groups, from which day, and whether what is paid goes along. */
    record NewTransfer(
            UUID membership,
            GroupId from,
            GroupId to,
            LocalDate on,
            boolean periodGoes,
            boolean credits,
            String note) {}

    /** Plans a move. */
    UUID plan(NewTransfer move) {
        var id = Ids.next();
        sql.update(
                "insert into membership_transfer (tenant_id, id, membership_id, from_group_id, to_group_id, on_day, "
                        + "period_goes, credits, note) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                Tenancy.required(),
                id,
                move.membership(),
                move.from().value(),
                move.to().value(),
                move.on(),
                move.periodGoes(),
                move.credits(),
                move.note());
        return id;
    }

    /** The moves of memberships of a member, the newest first. */
    public List<Transfer> of(Collection<UUID> memberships) {
        return sql.query(
                "select * from membership_transfer where tenant_id = ? and membership_id = any(?) order by id desc limit 200",
                TransferStore::transfer,
                Tenancy.required(),
                Sql.uuids(memberships));
    }

    /** Planned moves of these memberships whose day has come, locked until commit. */
    List<Transfer> due(Collection<UUID> memberships, LocalDate today) {
        return sql.query(
                "select * from membership_transfer where tenant_id = ? and membership_id = any(?) and state = ? "
                        + "and on_day <= ? order by on_day, id for update",
                TransferStore::transfer,
                Tenancy.required(),
                Sql.uuids(memberships),
                PLANNED,
                today);
    }

    /**
     * Begins a new membership in the new group instead of moving the old one; false when the member has such a one
     * there already.
     */
    boolean beginAnew(Transfer transfer) {
        var begun = sql.update(
                "insert into membership (tenant_id, id, member_id, group_id, type_id, joined_on, status) "
                        + "select s.tenant_id, ?, s.member_id, ?, s.type_id, ?, 0 from membership s "
                        + "where s.tenant_id = ? and s.id = ? on conflict do nothing",
                Ids.next(),
                transfer.to(),
                transfer.on(),
                Tenancy.required(),
                transfer.membership());
        state(transfer.id(), begun == 1 ? DONE : CALLED_OFF);
        return begun == 1;
    }

    /** Moves the membership; false when the member has such a membership in the new group already. */
    boolean move(Transfer transfer) {
        var moved = sql.update(
                "update membership s set group_id = ? where s.tenant_id = ? and s.id = ? and not exists "
                        + "(select 1 from membership o where o.tenant_id = s.tenant_id and o.member_id = s.member_id "
                        + "and o.type_id = s.type_id and o.group_id = ? and o.leaves_on is null)",
                transfer.to(),
                Tenancy.required(),
                transfer.membership(),
                transfer.to());
        state(transfer.id(), moved == 1 ? DONE : CALLED_OFF);
        return moved == 1;
    }

    /** Calls a planned move off; false when there is none. */
    boolean callOff(UUID membership, UUID transfer) {
        return sql.update(
                        "update membership_transfer set state = ? where tenant_id = ? and membership_id = ? and id = ? "
                                + "and state = ?",
                        CALLED_OFF,
                        Tenancy.required(),
                        membership,
                        transfer,
                        PLANNED)
                == 1;
    }

    private void state(UUID transfer, int state) {
        sql.update(
                "update membership_transfer set state = ? where tenant_id = ? and id = ?",
                state,
                Tenancy.required(),
                transfer);
    }

    private static Transfer transfer(Row row) {
        return new Transfer(
                row.uuid("id"),
                row.uuid("membership_id"),
                row.uuid("from_group_id"),
                row.uuid("to_group_id"),
                row.day("on_day"),
                row.flag("period_goes"),
                row.flag("credits"),
                row.text("note"),
                row.integer("state"));
    }
}
