package se.aviso.app.template;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.access.Permission;
import se.aviso.app.dispatch.KeptWords;
import se.aviso.app.dispatch.Letterhead;
import se.aviso.app.document.DocumentData;
import se.aviso.app.document.DocumentWriter;
import se.aviso.app.document.OwnPage;
import se.aviso.app.document.Seller;
import se.aviso.app.dunning.DunningPolicyStore;
import se.aviso.app.group.GroupStore;
import se.aviso.app.group.LookStore;
import se.aviso.app.invoice.Snapshots;
import se.aviso.app.member.FindMembers;
import se.aviso.app.member.Member;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.wording.SetWording;
import se.aviso.app.wording.Worded;
import se.aviso.group.BillingField;
import se.aviso.group.PaperLook;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.RuleViolation;
import se.aviso.wording.PaperKind;
import se.aviso.wording.PaperLanguage;
import se.aviso.wording.Wording;

/** Writes a sample of a group's document in words that are perhaps not saved yet; nothing is kept. */
@ApplicationScoped
@Transactional
public class ShowSample {
    private static final long INVENTED_NUMBER = 1001;

    @Inject
    SetWording wording;

    @Inject
    GroupStore groups;

    @Inject
    LookStore looks;

    @Inject
    FindMembers members;

    @Inject
    DocumentWriter writer;

    @Inject
    BusinessDate businessDate;

    @Inject
    DunningPolicyStore policies;

    @Inject
    SetTemplate template;

    /**
     * What is to be seen.
     *
     * @param level of a reminder; 0 for none that has texts of its own
     * @param member by number; an invented person where there is none
     */
    public record Wish(GroupId group, PaperKind kind, int level, PaperLanguage language, Optional<Long> member) {}

    /**
     * The sample as a PDF.
     *
     * @param texts what the group itself would say there; on other levels and documents it says what it says today
     * @throws RuleViolation when no member of that number is the caller's to see
     */
    public byte[] pdf(Wish wish, Map<Wording.Place, String> texts) {
        var seen = wording.find(wish.group()).orElseThrow(HttpProblem::notFound);
        var own = new HashMap<>(seen.own());
        own.keySet().removeIf(place -> place.isOn(wish.kind(), wish.level(), wish.language()));
        own.putAll(texts);
        var holding = new HashMap<>(seen.without().texts());
        own.forEach((place, text) -> holding.put(place, new Wording.Origin(text, wish.group())));
        return writer.pdf(KeptWords.worded(data(wish, seen, List.of(), true), new Wording(holding), wish.level()));
    }

    /** Who sells on the group's documents, with the logo that stands there. */
    Optional<Seller> seller(GroupId group) {
        var wish = new Wish(group, PaperKind.FIRST, Wording.ALL_LEVELS, PaperLanguage.SV, Optional.empty());
        return wording.find(group)
                .map(seen -> data(wish, seen, List.of(), false).seller());
    }

    /** The sample's values on a page that is perhaps not saved yet. */
    DocumentData on(Wish wish, OwnPage page) {
        var seen = wording.find(wish.group()).orElseThrow(HttpProblem::notFound);
        var data = data(wish, seen, List.of(), false).onto(page);
        return KeptWords.worded(data, seen.whole(), wish.level());
    }

    /**
     * The sample as a PDF, in a look that is perhaps not saved yet.
     *
     * @param tried all that the group itself would set
     */
    byte[] pdfIn(Wish wish, Map<PaperLook.Place, String> tried) {
        var seen = wording.find(wish.group()).orElseThrow(HttpProblem::notFound);
        var chain = new ArrayList<>(looks.today(seen.way()));
        chain.set(chain.size() - 1, new PaperLook.Own(wish.group().value(), wish.group(), tried));
        return writer.pdf(
                KeptWords.worded(onPage(dressed(wish, seen, List.of(), chain), seen), seen.whole(), wish.level()));
    }

    /** @param drawn whether it is on the page of the tenant's own where that holds */
    private DocumentData data(Wish wish, SetWording.Seen seen, List<DocumentData.Line> rows, boolean drawn) {
        var data = dressed(wish, seen, rows, looks.today(seen.way()));
        return drawn ? onPage(data, seen) : data;
    }

    private DocumentData onPage(DocumentData data, SetWording.Seen seen) {
        return data.form().own().wanted() ? data.drawn(template.page(seen.way())) : data;
    }

    private DocumentData dressed(
            Wish wish, SetWording.Seen seen, List<DocumentData.Line> rows, List<PaperLook.Own> chain) {
        var look = PaperLook.inherited(wish.kind(), chain);
        var logo = Optional.ofNullable(look.values().get(BillingField.LOGO));
        var logos = Letterhead.rasters(looks.logos(logo.stream().toList()));
        return Letterhead.dressed(sample(wish, seen, rows).data(), look, logos);
    }

    /** The sample's values in the words that hold, with these rows where there are any. */
    DocumentData data(Wish wish, SetWording.Seen seen, List<DocumentData.Line> rows) {
        return KeptWords.worded(data(wish, seen, rows, true), seen.whole(), wish.level());
    }

    /** So many levels of reminders there are by the tenant's policies. */
    int levels() {
        return policies.mostLevels();
    }

    /** What the product itself says there. */
    public Wording.Words shipped(PaperKind kind, PaperLanguage language) {
        return writer.shipped(kind(kind), language(language));
    }

    private SamplePaper sample(Wish wish, SetWording.Seen seen, List<DocumentData.Line> rows) {
        var identity = Optional.ofNullable(
                        groups.identitiesOnDocuments(List.of(wish.group())).get(wish.group()))
                .orElseThrow(HttpProblem::notFound);
        var fields = new HashMap<BillingField, String>();
        identity.fields().forEach((field, origin) -> fields.put(field, origin.value()));
        fields.keySet().removeAll(PaperLook.PARTS); // it is dressed kind by kind
        var recipient = wish.member()
                .map(this::member)
                .map(member -> Letterhead.recipient(Snapshots.of(
                        member,
                        identity,
                        seen.group().name(),
                        new Worded(wish.group().value(), List.of()))))
                .orElseGet(() -> invented(wish.language()));
        return new SamplePaper(
                Letterhead.form(kind(wish.kind()), language(wish.language()), fields),
                new Letterhead(Map.of()).seller(fields),
                recipient,
                businessDate.today(),
                rows);
    }

    private Member member(long number) {
        return members.numbered(number, Permission.MEMBER_READ)
                .map(FindMembers.Versioned::member)
                .orElseThrow(() -> RuleViolation.at("/memberNumber", "unknown-member", Map.of()));
    }

    private static DocumentData.Recipient invented(PaperLanguage language) {
        var name = language == PaperLanguage.EN ? "Sample Member" : "Maja Exempelsson";
        return new DocumentData.Recipient(
                List.of(name, "Exempelvägen 1", "123 45 Exempelstad"), Long.toString(INVENTED_NUMBER));
    }

    private static DocumentData.Kind kind(PaperKind kind) {
        return DocumentData.Kind.valueOf(kind.name());
    }

    private static DocumentData.Language language(PaperLanguage language) {
        return DocumentData.Language.valueOf(language.name());
    }
}
