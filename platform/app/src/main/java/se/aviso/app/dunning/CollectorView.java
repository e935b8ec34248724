package se.aviso.app.dunning;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.group.FindGroups;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.app.web.PageRequest;
import se.aviso.dunning.CollectorFormat;
import se.aviso.group.Group;
import se.aviso.kernel.RuleViolation;

/** Hands unpaid claims over to a collector, and lists the files that were made. */
@Named
@ViewScoped
@Screen(path = "/dunning/collector.xhtml", needs = Permission.INVOICE_WRITE)
public class CollectorView implements Serializable {
    private static final int ROWS = 50;
    private static final String FEWEST = "2";

    @Inject
    transient HandOver handOver;

    @Inject
    transient FindGroups groups;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private String sellerGroupId = "";
    private String reminders = FEWEST;
    private CollectorFormat format = CollectorFormat.CSV;

    @PostConstruct
    void load() {
        getSellers().stream()
                .findFirst()
                .ifPresent(first -> sellerGroupId = first.id().value().toString());
    }

    /** Makes the file. */
    public void make() {
        notices.attempt(
                () -> {
                    var made = handOver.handOver(wish());
                    notices.done(texts.with("dunning.collector.done", made.invoices()));
                },
                texts.get("dunning.collector.not"));
    }

    private HandOver.Wish wish() {
        try {
            return new HandOver.Wish(
                    UUID.fromString(sellerGroupId), format, Optional.of(Integer.parseInt(reminders.strip())));
        } catch (IllegalArgumentException unreadable) {
            throw RuleViolation.at("/reminders", "bad-level", Map.of());
        }
    }

    /** Those of the seller that it is too early for; none while the form cannot be read. */
    public CollectorStore.Waiting getWaiting() {
        try {
            return handOver.waiting(wish());
        } catch (RuleViolation unreadable) {
            return new CollectorStore.Waiting(0, Optional.empty());
        }
    }

    /** The newest files. */
    public List<CollectorStore.Export> getRows() {
        return handOver.page(new PageRequest(ROWS, Optional.empty())).stream()
                .limit(ROWS)
                .toList();
    }

    /** Who has claims of their own. */
    public List<Group> getSellers() {
        return groups.payees(Permission.INVOICE_WRITE);
    }

    /** How the file can be written. */
    public List<CollectorFormat> getFormats() {
        return List.of(CollectorFormat.values());
    }

    public String getSellerGroupId() {
        return sellerGroupId;
    }

    /** The choice without a value comes as none. */
    public void setSellerGroupId(@Nullable String sellerGroupId) {
        this.sellerGroupId = Objects.requireNonNullElse(sellerGroupId, "");
    }

    public String getReminders() {
        return reminders;
    }

    public void setReminders(String reminders) {
        this.reminders = reminders;
    }

    public CollectorFormat getFormat() {
        return format;
    }

    /** A form without one keeps the one that stands. */
    public void setFormat(@Nullable CollectorFormat format) {
        this.format = Objects.requireNonNullElse(format, this.format);
    }
}
