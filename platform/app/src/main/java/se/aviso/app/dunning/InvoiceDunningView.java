package se.aviso.app.dunning;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.invoice.FindInvoices;
import se.aviso.app.invoice.InvoiceDetail;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.ActNeeds;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.app.tenant.ShowTenant;
import se.aviso.kernel.RuleViolation;

/** What was done and can be done about one invoice that is not paid: reminders, stops, write-off, collector. */
@Named
@ViewScoped
@Screen(path = "/dunning/invoice.xhtml", needs = Permission.INVOICE_READ)
public class InvoiceDunningView implements Serializable {
    @Inject
    transient FindInvoices find;

    @Inject
    transient StopDunning stopping;

    @Inject
    transient GiveUpInvoice giveUp;

    @Inject
    transient HandOver handOver;

    @Inject
    transient ShowReminders reminders;

    @Inject
    transient ShowTenant tenant;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private @Nullable UUID id;
    private String number = "";
    private boolean claim;
    private boolean writing;
    private String until = "";
    private String note = "";
    private boolean wholePayer;
    private String reason = "";
    private boolean taxBack;
    private String returnNote = "";

    @PostConstruct
    void load() {
        address.id("id")
                .flatMap(find::find)
                .map(InvoiceDetail::invoice)
                .ifPresentOrElse(
                        found -> {
                            id = found.id();
                            number = found.number();
                            claim = found.settlement().isPresent();
                            writing = find.writable(found.id()).isPresent();
                        },
                        Absent::answer);
    }

    /** Stops reminders of the invoice, or of all that its payer is to pay. */
    @ActNeeds(Permission.INVOICE_WRITE)
    public void stop() {
        act("dunning.stop", () -> {
            var wish = new StopDunning.Wish(day(), note);
            if (wholePayer) {
                stopping.stopMember(find.find(id()).orElseThrow().invoice().memberId(), wish);
            } else {
                stopping.stopInvoice(id(), wish);
            }
            note = "";
            until = "";
        });
    }

    /** Lifts a stop. */
    @ActNeeds(Permission.INVOICE_WRITE)
    public void lift(StopDunning.Stop stop) {
        act("dunning.lift", () -> {
            if (stop.ofMember()) {
                stopping.liftOfMember(find.find(id()).orElseThrow().invoice().memberId(), stop.id());
            } else {
                stopping.liftOfInvoice(id(), stop.id());
            }
        });
    }

    /** Writes off what is open. */
    @ActNeeds(Permission.INVOICE_WRITE)
    public void writeOff() {
        act("dunning.writeOff", () -> giveUp.writeOff(id(), new GiveUpInvoice.Wish(reason, taxBack)));
    }

    /** Takes the write-off back. */
    @ActNeeds(Permission.INVOICE_WRITE)
    public void reopen() {
        act("dunning.reopen", () -> giveUp.takeBack(id()));
    }

    /** Takes the invoice back from the collector. */
    @ActNeeds(Permission.INVOICE_WRITE)
    public void callIn() {
        act("dunning.callIn", () -> handOver.takeBack(id(), returnNote));
    }

    private void act(String words, Runnable work) {
        if (notices.attempt(work, texts.get(words + ".not"))) {
            notices.done(texts.with(words + ".done", number));
        }
    }

    private Optional<LocalDate> day() {
        if (until.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(until.strip()));
        } catch (DateTimeException noDay) {
            throw RuleViolation.at("/until", "bad-day", Map.of());
        }
    }

    private UUID id() {
        var of = id;
        if (of == null) {
            throw new IllegalStateException("there is no such invoice");
        }
        return of;
    }

    /** The invoice; null for one that is not there. */
    public @Nullable UUID getId() {
        return id;
    }

    public String getNumber() {
        return number;
    }

    /** True of a claim: an offer is owed by nobody, and not written off. */
    public boolean isClaim() {
        return claim;
    }

    /** True when the user may act on it. */
    public boolean isWriting() {
        return writing;
    }

    /** The reminders, the newest first. */
    public List<ShowReminders.Sent> getSent() {
        return reminders.of(id());
    }

    /** What held of late payment when the claim was issued. */
    public Optional<AgreementStore.Agreed> getAgreed() {
        return reminders.agreed(id());
    }

    /** The stops, the newest first. */
    public List<StopDunning.Stop> getStops() {
        return stopping.ofInvoice(id()).orElse(List.of());
    }

    /** True while a stop holds. */
    public boolean holds(StopDunning.Stop stop) {
        return stop.holds(tenant.today());
    }

    /** The write-offs, the newest first. */
    public List<GiveUpInvoice.WrittenOff> getWriteOffs() {
        return giveUp.of(id());
    }

    /** True while it is written off. */
    public boolean isWrittenOff() {
        return getWriteOffs().stream().anyMatch(each -> each.takenBackOn().isEmpty());
    }

    /** True while it is with a collector. */
    public boolean isHandedOver() {
        return handOver.isWithCollector(id());
    }

    /** From when it can be handed over; empty while it was never reminded of, is paid, or is handed over already. */
    public Optional<LocalDate> getHandOverFrom() {
        return claim && !isHandedOver() ? handOver.from(id()) : Optional.empty();
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public boolean isWholePayer() {
        return wholePayer;
    }

    public void setWholePayer(boolean wholePayer) {
        this.wholePayer = wholePayer;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public boolean isTaxBack() {
        return taxBack;
    }

    public void setTaxBack(boolean taxBack) {
        this.taxBack = taxBack;
    }

    public String getReturnNote() {
        return returnNote;
    }

    public void setReturnNote(String returnNote) {
        this.returnNote = returnNote;
    }
}
