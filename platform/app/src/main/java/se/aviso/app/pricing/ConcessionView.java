package se.aviso.app.pricing;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.member.Membership;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.app.tenant.ShowTenant;
import se.aviso.app.web.WrittenAmount;
import se.aviso.kernel.RuleViolation;
import se.aviso.pricing.Concession;

/** What one membership need not pay: given and ended here. */
@Named
@ViewScoped
@Screen(path = "/pricing/concession.xhtml", needs = Permission.MEMBER_WRITE)
public class ConcessionView implements Serializable {
    private static final UUID NONE = new UUID(0, 0);

    @Inject
    transient FindConcessions find;

    @Inject
    transient GiveConcession give;

    @Inject
    transient ShowTenant tenant;

    @Inject
    Address address;

    @Inject
    Desk desk;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private final WrittenFields written = new WrittenFields();
    private UUID id = NONE;
    private UUID member = NONE;
    private String name = "";
    private String type = "";

    @PostConstruct
    void load() {
        address.id("membership")
                .flatMap(asked -> find.membership(asked, Permission.MEMBER_WRITE))
                .ifPresentOrElse(this::begin, Absent::answer);
    }

    private void begin(Membership membership) {
        id = membership.id().value();
        member = membership.member().id().value();
        name = membership.member().name().full();
        type = find.type(membership).names().in(desk.getLanguage());
        written.put("kind", Concession.Kind.PERCENT.name());
        written.put("firstDay", tenant.today().toString());
    }

    /** Gives it, and shows the list; stays where something is wrong. */
    public @Nullable String save() {
        if (!notices.attempt(() -> give.give(id, body()), texts.get("pricing.concessionNot"))) {
            return null;
        }
        notices.done(texts.with("pricing.concessionGiven", name), texts.get("pricing.concessionGivenNow"));
        return again();
    }

    /** Ends one. */
    public @Nullable String end(UUID concession) {
        if (notices.attempt(() -> give.end(id, concession), texts.get("pricing.concessionNotEnded"))) {
            notices.done(texts.get("pricing.concessionEnded"));
        }
        return again();
    }

    private String again() {
        return "/pricing/concession.xhtml?faces-redirect=true&membership=" + id;
    }

    private ConcessionBody body() {
        var faults = new java.util.ArrayList<RuleViolation.Fault>();
        var kind = Concession.Kind.valueOf(written.text("kind"));
        var percent = kind == Concession.Kind.PERCENT
                ? Optional.of(written.number("percent", "bad-percent", faults))
                : Optional.<Integer>empty();
        var first = written.day("firstDay", faults);
        var last = written.text("lastDay").isEmpty()
                ? Optional.<LocalDate>empty()
                : Optional.of(written.day("lastDay", faults));
        WrittenFields.refuse(faults);
        return new ConcessionBody(
                Optional.empty(),
                kind,
                percent,
                Optional.of(WrittenAmount.decimal(written.text("amount"))),
                written.text("reason"),
                first,
                last);
    }

    /** The concessions of the membership. */
    public List<ConcessionBody> getRows() {
        return find.of(id).orElse(List.of()).stream().map(ConcessionBody::of).toList();
    }

    /** True when it has come to its end. */
    public boolean over(ConcessionBody row) {
        return row.lastDay().filter(last -> last.isBefore(tenant.today())).isPresent();
    }

    /** What is written, by name of the field. */
    public Map<String, @Nullable String> getFields() {
        return written.fields();
    }

    /** What can be let go. */
    public List<Concession.Kind> getKinds() {
        return List.of(Concession.Kind.values());
    }

    /** The membership. */
    public UUID getId() {
        return id;
    }

    /** Whose it is. */
    public UUID getMember() {
        return member;
    }

    /** The member's name. */
    public String getName() {
        return name;
    }

    /** The type's name. */
    public String getType() {
        return type;
    }
}
