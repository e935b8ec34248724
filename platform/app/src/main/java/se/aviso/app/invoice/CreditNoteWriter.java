package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.accounting.LedgerEntry;
import se.aviso.app.accounting.LedgerStore;
import se.aviso.app.channel.CallBackRequests;
import se.aviso.app.credit.CreditMovement;
import se.aviso.app.credit.CreditStore;
import se.aviso.app.tenancy.Codes;
import se.aviso.app.tenancy.Sql;
import se.aviso.app.tenancy.SqlArray;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.tenant.Ids;
import se.aviso.app.wording.WordingStore;
import se.aviso.credit.CreditUse;
import se.aviso.invoice.CreditNote;
import se.aviso.invoice.InvoiceKind;
import se.aviso.invoice.InvoiceLine;
import se.aviso.kernel.Money;
import se.aviso.kernel.PeriodId;
import se.aviso.kernel.RunId;
import se.aviso.share.Share;

/** Writes credit notes with what belongs to the documents: one statement for each table, however many notes. */
@ApplicationScoped
public class CreditNoteWriter {
    /** Nobody gets what is in these states. */
    private static final List<Integer> NOWHERE =
            List.of(Codes.of(InvoiceDetail.DeliveryState.FAILED), Codes.of(InvoiceDetail.DeliveryState.WITHDRAWN));

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    @Inject
    LineWords words;

    @Inject
    CreditStore credit;

    @Inject
    CallBackRequests callBacks;

    @Inject
    WordingStore wordings;

    /**
     * A credit note to write.
     *
     * @param kept so much of it goes to the payer's credit balance
     * @param booked its ledger entry; a note of nothing has none
     */
    record Written(InvoiceStore.Stored claim, CreditNote note, Money kept, Optional<LedgerStore.Booked> booked) {
        static Written of(InvoiceStore.Stored claim, CreditNote note, Money kept, Optional<LedgerEntry> entry) {
            var seller = claim.seller().group();
            return new Written(claim, note, kept, entry.map(each -> LedgerStore.Booked.of(seller, each)));
        }

        UUID id() {
            return note.id().value();
        }

        UUID claimId() {
            return claim.invoice().id().value();
        }

        CreditMovement movement() {
            var holder =
                    new CreditUse.Holder(claim.buyer().member(), claim.seller().group());
            var cause = CreditMovement.Cause.ofCreditNote(claimId(), id());
            var entry = booked.orElseThrow().id();
            return new CreditMovement(Ids.next(), CreditMovement.Kind.CREDIT_NOTE, holder, kept, cause, entry);
        }
    }

    /** Writes them; their ledger entries stand already. */
    void write(List<Written> notes, String reason, Optional<RunId> run) {
        writeDocuments(notes, run);
        writeLines(notes);
        sql.update(
                "insert into credit_note (tenant_id, reason, created_at, id, invoice_id, whole, kept, entry_id) "
                        + "select ?, ?, ?::timestamptz, u.* from unnest(?::uuid[], ?::uuid[], ?::boolean[], ?::bigint[], "
                        + "?::uuid[]) u",
                Tenancy.required(),
                reason,
                clock.instant(),
                Sql.uuids(notes, Written::id),
                Sql.uuids(notes, Written::claimId),
                Sql.booleans(
                        notes.stream().map(each -> each.note().draft().whole()).toList()),
                Sql.bigints(notes, each -> each.kept().minorUnits()),
                entries(notes));
    }

    /** Between the same parties as its claim, with the claim's reference, to which nobody pays; in today's words. */
    private void writeDocuments(List<Written> notes, Optional<RunId> run) {
        sql.update(
                "insert into invoice (tenant_id, id, kind, occasion, seller_group_id, number, giro, ocr, member_id, group_id, "
                        + "total, currency, issued_on, due_on, snapshot, run_id, created_at) "
                        + "select i.tenant_id, u.id, ?::smallint, i.occasion, i.seller_group_id, u.number, i.giro, i.ocr, "
                        + "i.member_id, i.group_id, u.total, i.currency, u.issued_on, u.issued_on, "
                        + "i.snapshot || u.worded::jsonb, ?::uuid, ?::timestamptz from unnest(?::uuid[], ?::uuid[], "
                        + "?::bigint[], ?::bigint[], ?::date[], ?::text[]) u(id, claim, number, total, issued_on, worded) "
                        + "join invoice i on i.tenant_id = ? and i.id = u.claim",
                Codes.of(InvoiceKind.CREDIT_NOTE),
                run.map(RunId::value),
                clock.instant(),
                Sql.uuids(notes, Written::id),
                Sql.uuids(notes, Written::claimId),
                Sql.bigints(notes, each -> each.note().number()),
                Sql.bigints(notes, each -> each.note().total().minorUnits()),
                Sql.dates(notes.stream().map(each -> each.note().issuedOn()).toList()),
                Sql.texts(wordings.snapshotsToday(
                        notes.stream().map(each -> each.claim().wordedBy()).toList())),
                Tenancy.required());
    }

    private void writeLines(List<Written> notes) {
        var lines = new ArrayList<Placed>();
        for (var each : notes) {
            var position = 1;
            for (var line : each.note().draft().lines()) {
                lines.add(new Placed(each.id(), position, line));
                position++;
            }
        }
        sql.update(
                "insert into invoice_line (tenant_id, invoice_id, position, kind, text, quantity, unit, amount, vat, "
                        + "vat_amount, account, period_id, product, credits_line, type_id) "
                        + "select ?, u.*, b.type_id from unnest(?::uuid[], "
                        + "?::smallint[], ?::smallint[], ?::text[], ?::integer[], ?::bigint[], ?::bigint[], ?::smallint[], "
                        + "?::bigint[], ?::integer[], ?::uuid[], ?::text[], ?::smallint[]) "
                        + "u(invoice, position, kind, text, quantity, unit, amount, vat, vat_amount, account, period, "
                        + "product, credits) left join period p on p.tenant_id = ? and p.id = u.period "
                        + "left join membership b on b.tenant_id = p.tenant_id and b.id = p.membership_id",
                Tenancy.required(),
                Sql.uuids(lines, Placed::note),
                Sql.smallints(lines, Placed::position),
                Sql.smallints(lines, each -> Codes.of(each.of().what().kind())),
                Sql.texts(lines, each -> each.of().what().text()),
                Sql.integers(lines.stream().map(each -> each.of().quantity()).toList()),
                Sql.bigints(lines, each -> each.of().unit().minorUnits()),
                Sql.bigints(lines, each -> each.of().amount().minorUnits()),
                Sql.smallints(lines, each -> Codes.of(each.of().terms().vat())),
                Sql.bigints(lines, each -> each.line().vatAmount().minorUnits()),
                Sql.integers(
                        lines.stream().map(each -> each.of().terms().account()).toList()),
                periods(lines),
                Sql.texts(lines, each -> each.of().what().product()),
                Sql.smallints(lines, each -> each.line().of()),
                Tenancy.required());
        words.add(lines.stream()
                .map(each -> new LineWords.Said(each.note(), each.of().what()))
                .toList());
        writeShares(lines);
    }

    /** What of the lines is taken back of other groups'. */
    private void writeShares(List<Placed> lines) {
        var shares = new ArrayList<PlacedShare>();
        lines.forEach(line -> line.of().basis().shares().forEach(share -> shares.add(new PlacedShare(line, share))));
        if (shares.isEmpty()) {
            return;
        }
        sql.update(
                "insert into invoice_share (tenant_id, invoice_id, position, group_id, amount) "
                        + "select ?, u.* from unnest(?::uuid[], ?::smallint[], ?::uuid[], ?::bigint[]) u",
                Tenancy.required(),
                Sql.uuids(shares, each -> each.line().note()),
                Sql.smallints(shares, each -> each.line().position()),
                Sql.uuids(shares, each -> each.share().group().value()),
                Sql.bigints(shares, each -> each.share().amount().minorUnits()));
    }

    /**
     * Stops what has not left the house, and queues a credit note for each claim whose payer may have been told of it;
     * one whose payer knows nothing need not be told that it is nothing. Goes the way that the claim went.
     */
    void dispatch(List<Written> notes) {
        withdrawDispatches(notes.stream()
                .filter(each -> each.note().draft().whole())
                .map(Written::claimId)
                .toList());
        queue(
                InvoiceDetail.DeliveredDocument.CREDIT_NOTE,
                notes.stream().map(Written::id).toList(),
                notes.stream().map(Written::claimId).toList());
    }

    /** What is queued of withdrawn offers does not go out, and whoever may have one in hand is told. */
    void tellOfWithdrawn(List<UUID> offers) {
        withdrawDispatches(offers);
        queue(InvoiceDetail.DeliveredDocument.OFFER_WITHDRAWN, offers, offers);
    }

    /**
     * Sends documents the way that those went which they are about, and not before them; where nothing went, nobody is
     * told.
     */
    private void queue(InvoiceDetail.DeliveredDocument kind, List<UUID> documents, List<UUID> about) {
        sql.update(
                "insert into dispatch (tenant_id, id, invoice_id, document, channel, state, next_attempt_at, created_at, "
                        + "changed_at) select d.tenant_id, u.id, u.document, ?::smallint, d.channel, ?::smallint, "
                        + "greatest(n.at, d.held_until), n.at, n.at from unnest(?::uuid[], ?::uuid[], ?::uuid[]) u(id, document, about) "
                        + "join invoice i on i.tenant_id = ? and i.id = u.about "
                        + "cross join (select ?::timestamptz as at) n cross join lateral ("
                        + "select d.tenant_id, d.channel, case when d.state = ? then d.next_attempt_at end as held_until "
                        + "from dispatch d where d.tenant_id = i.tenant_id "
                        + "and d.invoice_id = any (array[i.id, i.offer_id]) and d.state <> all(?) "
                        + "order by d.id desc limit 1) d",
                Codes.of(kind),
                Codes.of(InvoiceDetail.DeliveryState.QUEUED),
                Sql.uuids(documents.stream().map(each -> Ids.next()).toList()),
                Sql.uuids(documents),
                Sql.uuids(about),
                Tenancy.required(),
                clock.instant(),
                Codes.of(InvoiceDetail.DeliveryState.QUEUED),
                Sql.smallints(NOWHERE));
    }

    /** What of these documents, or of the offers that they came of, has not left does not go out. */
    private void withdrawDispatches(Collection<UUID> documents) {
        sql.update(
                "update dispatch set state = ?, changed_at = ? where tenant_id = ? and state = any(?) "
                        + "and invoice_id in (select unnest(array[i.id, i.offer_id]) from invoice i "
                        + "where i.tenant_id = ? and i.id = any(?))",
                Codes.of(InvoiceDetail.DeliveryState.WITHDRAWN),
                clock.instant(),
                Tenancy.required(),
                Sql.codes(List.of(InvoiceDetail.DeliveryState.QUEUED, InvoiceDetail.DeliveryState.PREPARING)),
                Tenancy.required(),
                Sql.uuids(documents));
        withdrawEarlierNotes(documents);
        callBacks.ask(documents);
    }

    /** Of a claim that nobody has got, nobody gets a credit note. */
    private void withdrawEarlierNotes(Collection<UUID> claims) {
        sql.update(
                "update dispatch d set state = ?, changed_at = ? from credit_note c join invoice i "
                        + "on i.tenant_id = c.tenant_id and i.id = c.invoice_id where d.tenant_id = ? and d.state = ? "
                        + "and c.tenant_id = d.tenant_id and c.id = d.invoice_id and c.invoice_id = any(?) "
                        + "and not exists (select 1 from dispatch x where x.tenant_id = c.tenant_id "
                        + "and x.invoice_id = any (array[i.id, i.offer_id]) and x.state <> all(?))",
                Codes.of(InvoiceDetail.DeliveryState.WITHDRAWN),
                clock.instant(),
                Tenancy.required(),
                Codes.of(InvoiceDetail.DeliveryState.QUEUED),
                Sql.uuids(claims),
                Sql.smallints(NOWHERE));
    }

    /** Adds to the payers' credit balances what the notes leave there. */
    void keep(List<Written> notes, LocalDate today) {
        credit.move(
                notes.stream()
                        .filter(each -> each.kept().isPositive())
                        .map(Written::movement)
                        .toList(),
                today);
    }

    private static SqlArray entries(List<Written> notes) {
        var entries = new ArrayList<@Nullable UUID>();
        notes.forEach(
                each -> entries.add(each.booked().map(LedgerStore.Booked::id).orElse(null)));
        return Sql.uuids(entries);
    }

    private static SqlArray periods(List<Placed> lines) {
        var periods = new ArrayList<@Nullable UUID>();
        lines.forEach(
                each -> periods.add(each.of().period().map(PeriodId::value).orElse(null)));
        return Sql.uuids(periods);
    }

    private record PlacedShare(Placed line, Share share) {}

    private record Placed(UUID note, int position, CreditNote.Line line) {
        InvoiceLine of() {
            return line.line();
        }
    }
}
