package se.aviso.app.member;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.aviso.access.Permission;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Screen;
import se.aviso.app.tenant.ShowTenant;
import se.aviso.member.Guardianship;
import se.aviso.pricing.AgeOn;

/** One member: where documents go, memberships and periods. Personal data: never logged. */
@Named
@RequestScoped
@Screen(path = "/member/detail.xhtml", needs = Permission.MEMBER_READ)
public class MemberDetailView {
    @Inject
    FindMembers find;

    @Inject
    FindMemberships memberships;

    @Inject
    ShowTenant tenant;

    @Inject
    Address address;

    private @Nullable Member member;
    private List<FindMemberships.Belonging> belongings = List.of();
    private LocalDate today = LocalDate.MIN;
    private boolean writing;
    private boolean revealing;
    private boolean guarding;
    private boolean givingData;
    private boolean erasing;

    @PostConstruct
    void load() {
        address.id("id")
                .flatMap(id -> find.find(id, Permission.MEMBER_READ))
                .map(FindMembers.Versioned::member)
                .ifPresentOrElse(this::show, Absent::answer);
    }

    private void show(Member found) {
        member = found;
        var id = found.id().value();
        belongings = memberships.of(List.of(id));
        today = tenant.today();
        var open = !found.privacy().isErased();
        writing = open && find.find(id, Permission.MEMBER_WRITE).isPresent();
        revealing = find.find(id, Permission.PERSONAL_NUMBER_READ).isPresent();
        givingData = open && find.find(id, Permission.MEMBER_DATA_READ).isPresent();
        erasing = find.find(id, Permission.MEMBER_ERASE).isPresent();
        guarding = open && find.find(id, Permission.PROTECTED_READ).isPresent();
    }

    /** The member; null for one that the user does not see. */
    public @Nullable Member getMember() {
        return member;
    }

    /** True when the user may see the personal number whole. */
    public boolean isRevealing() {
        return revealing;
    }

    /** True when the user may protect the identity. */
    public boolean isGuarding() {
        return guarding;
    }

    /** True when the user may hand over a copy of what is known. */
    public boolean isGivingData() {
        return givingData;
    }

    /** True when the user may erase the member, or see the certificate. */
    public boolean isErasing() {
        return erasing;
    }

    /** The memberships that the user sees, the oldest first. */
    public List<FindMemberships.Belonging> getBelongings() {
        return belongings;
    }

    /** Age today. */
    public int age(Member of) {
        return AgeOn.ageOn(of.born(), today);
    }

    /** True for one who is not of age. */
    public boolean minor(Member of) {
        return Guardianship.neededFor(of.born(), today);
    }

    /** True when neither e-mail nor letter reaches the member: then nothing can be billed. */
    public boolean unreachable(Member of) {
        return !of.privacy().hidden()
                && of.payerEmail().isEmpty()
                && of.contact().address().isEmpty();
    }

    /** True when the user may change the member. */
    public boolean isWriting() {
        return writing;
    }
}
