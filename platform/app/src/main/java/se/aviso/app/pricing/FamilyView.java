package se.aviso.app.pricing;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.member.FindMembers;
import se.aviso.app.member.Member;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.app.web.HttpProblem;
import se.aviso.kernel.RuleViolation;

/** The family of one member: who pays, and for whom. */
@Named
@ViewScoped
@Screen(path = "/pricing/family.xhtml", needs = Permission.MEMBER_WRITE)
public class FamilyView implements Serializable {
    private static final UUID NONE = new UUID(0, 0);

    @Inject
    transient FindMembers members;

    @Inject
    transient FindFamilies find;

    @Inject
    transient FormFamily form;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private UUID id = NONE;
    private String name = "";
    private String number = "";

    @PostConstruct
    void load() {
        address.id("member")
                .flatMap(asked -> members.find(asked, Permission.MEMBER_WRITE))
                .map(FindMembers.Versioned::member)
                .ifPresentOrElse(this::begin, Absent::answer);
    }

    private void begin(Member member) {
        id = member.id().value();
        name = member.name().full();
    }

    /** Takes the member of the written number into the family. */
    public String add() {
        return change(() -> {
            var ids = ids();
            ids.add(called());
            put(payer(), ids);
        });
    }

    /** Lets one pay for themselves again; the last two part for good. */
    public String remove(UUID member) {
        return change(() -> {
            var ids = ids();
            ids.remove(member);
            if (ids.size() < 2 || member.equals(id)) {
                form.dissolve(id, version -> {});
            } else {
                put(member.equals(payer()) ? id : payer(), ids);
            }
        });
    }

    /** Lets one pay for all. */
    public String pay(UUID member) {
        return change(() -> put(member, ids()));
    }

    private String change(Runnable work) {
        if (notices.attempt(work, texts.get("pricing.familyNot"))) {
            notices.done(texts.get("pricing.familyDone"), texts.get("pricing.familyDoneNow"));
            return "/pricing/family.xhtml?faces-redirect=true&member=" + id;
        }
        return "";
    }

    private void put(UUID payer, Set<UUID> ids) {
        try {
            form.form(id, version -> {}, payer, ids);
        } catch (HttpProblem unknown) {
            throw RuleViolation.at("/number", "unknown-member-number", Map.of());
        }
    }

    private UUID called() {
        var digits = number.strip();
        var wanted = FindMembers.Wanted.named(digits);
        return members.page(wanted, new se.aviso.app.web.PageRequest(2, Optional.empty())).stream()
                .filter(found -> Long.toString(found.number()).equals(digits))
                .map(found -> found.id().value())
                .findFirst()
                .orElseThrow(() -> RuleViolation.at("/number", "unknown-member-number", Map.of()));
    }

    private Set<UUID> ids() {
        var ids = new LinkedHashSet<UUID>();
        getMembers().forEach(member -> ids.add(member.id().value()));
        ids.add(id);
        return ids;
    }

    private UUID payer() {
        return find.of(id).map(FindFamilies.Seen::payer).orElse(id);
    }

    /** The members of the family, the oldest first; none while there is no family. */
    public List<Member> getMembers() {
        return find.of(id).map(FindFamilies.Seen::members).orElse(List.of());
    }

    /** True while the one who paid has died, and nobody else has been chosen. */
    public boolean isPayerDied() {
        return find.of(id).filter(FindFamilies.Seen::payerDied).isPresent();
    }

    /** True for who pays. */
    public boolean paying(Member member) {
        return member.id().value().equals(payer());
    }

    /** The member whose family it is. */
    public UUID getId() {
        return id;
    }

    /** The member's name. */
    public String getName() {
        return name;
    }

    /** The number of who is to be taken in. */
    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }
}
