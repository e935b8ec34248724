package se.aviso.app.template;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.dispatch.KeptWords;
import se.aviso.app.dispatch.Letterhead;
import se.aviso.app.dispatch.SampleMail;
import se.aviso.app.document.DocumentData;
import se.aviso.app.document.DocumentWriter;
import se.aviso.app.document.OwnPage;
import se.aviso.app.document.Seller;
import se.aviso.app.dunning.DunningPolicyStore;
import se.aviso.app.group.GroupStore;
import se.aviso.app.group.LookStore;
import se.aviso.app.invoice.InvoiceSnapshot;
import se.aviso.app.invoice.Snapshots;
import se.aviso.app.member.FindMembers;
import se.aviso.app.member.Member;
import se.aviso.app.server.ModeConfig;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.wording.SetWording;
import se.aviso.app.wording.Worded;
import se.aviso.group.BillingField;
import se.aviso.group.BillingIdentity;
import se.aviso.group.PaperLook;
import se.aviso.kernel.BankgiroNumber;
import se.aviso.kernel.GiroNumber;
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
    private static final GiroNumber INVENTED_GIRO = GiroNumber.of(new BankgiroNumber("9912346"));
    private static final GroupId NOBODYS = new GroupId(new UUID(0, 0));

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

    @Inject
    ModeConfig mode;

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
        var tried = tried(wish, seen, texts);
        return writer.pdf(KeptWords.worded(data(wish, seen, List.of(), true), tried, wish.level()));
    }

    /**
     * The message that carries the sample, of a kind that is sent; its link opens nothing.
     *
     * @param texts what the group itself would say there
     * @throws RuleViolation when no member of that number is the caller's to see
     */
    public SampleMail.Read mail(Wish wish, Map<Wording.Place, String> texts) {
        if (!wish.kind().isSent()) {
            throw RuleViolation.at("/kind", "wording-unsent", Map.of());
        }
        var seen = wording.find(wish.group()).orElseThrow(HttpProblem::notFound);
        var identity = identity(wish);
        var own = tried(wish, seen, texts).mail(wish.kind(), wish.level(), wish.language());
        var facts = sample(wish, seen, List.of()).facts(identity.giro().orElse(INVENTED_GIRO));
        return SampleMail.of(
                wish.kind(),
                facts,
                snapshot(wish, identity, seen),
                mode.baseUrl().toString(),
                own);
    }

    /** What would hold if the group itself said that. */
    private static Wording tried(Wish wish, SetWording.Seen seen, Map<Wording.Place, String> texts) {
        var own = new HashMap<>(seen.own());
        own.keySet().removeIf(place -> place.isOn(wish.kind(), wish.level(), wish.language()));
        own.putAll(texts);
        var holding = new HashMap<>(seen.without().texts());
        own.forEach((place, text) -> holding.put(place, new Wording.Origin(text, wish.group())));
        return new Wording(holding);
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

    /** What the product itself says there; empty where it says nothing. */
    String shipped(Wording.Place place) {
        var words = writer.shipped(kind(place.kind()), language(place.language()));
        return switch (place.field()) {
            case HEADING -> words.heading();
            case LEAD -> words.lead();
            case FOOT -> words.foot();
            case MAIL_CLOSING -> SampleMail.closing(place.language().tag());
            case MAIL_SUBJECT -> shippedSubject(place);
            case MAIL_LEAD, SMS_LEAD -> "";
        };
    }

    /** Of nobody in particular. */
    private String shippedSubject(Wording.Place place) {
        var wish = new Wish(NOBODYS, place.kind(), place.level(), place.language(), Optional.empty());
        var seller = Map.of(BillingField.NAME, "…");
        var snapshot = new InvoiceSnapshot(
                seller, invented(place.language()), place.language().tag(), "…");
        var facts = paper(wish, snapshot, List.of()).facts(INVENTED_GIRO);
        return SampleMail.of(place.kind(), facts, snapshot, "", Wording.Mail.NONE)
                .subject();
    }

    private BillingIdentity identity(Wish wish) {
        return Optional.ofNullable(
                        groups.identitiesOnDocuments(List.of(wish.group())).get(wish.group()))
                .orElseThrow(HttpProblem::notFound);
    }

    private SamplePaper sample(Wish wish, SetWording.Seen seen, List<DocumentData.Line> rows) {
        return paper(wish, snapshot(wish, identity(wish), seen), rows);
    }

    private SamplePaper paper(Wish wish, InvoiceSnapshot snapshot, List<DocumentData.Line> rows) {
        return new SamplePaper(
                Letterhead.form(kind(wish.kind()), snapshot),
                new Letterhead(Map.of()).seller(snapshot.seller()),
                Letterhead.recipient(snapshot),
                businessDate.today(),
                rows);
    }

    /** Who sells and who is written to. */
    private InvoiceSnapshot snapshot(Wish wish, BillingIdentity identity, SetWording.Seen seen) {
        var name = seen.group().name();
        var fields = new HashMap<BillingField, String>();
        identity.fields().forEach((field, origin) -> fields.put(field, origin.value()));
        fields.keySet().removeAll(PaperLook.PARTS); // it is dressed kind by kind
        var worded = new Worded(wish.group().value(), List.of());
        var recipient = wish.member()
                .map(this::member)
                .map(member -> Snapshots.of(member, identity, name, worded).recipient())
                .orElseGet(() -> invented(wish.language()));
        return new InvoiceSnapshot(fields, recipient, wish.language().tag(), name);
    }

    private Member member(long number) {
        return members.numbered(number, Permission.MEMBER_READ)
                .map(FindMembers.Versioned::member)
                .orElseThrow(() -> RuleViolation.at("/memberNumber", "unknown-member", Map.of()));
    }

    private static InvoiceSnapshot.Recipient invented(PaperLanguage language) {
        var name = language == PaperLanguage.EN ? "Sample Member" : "Maja Exempelsson";
        var lines = List.of(name, "Exempelvägen 1", "123 45 Exempelstad");
        return new InvoiceSnapshot.Recipient(name, lines, Optional.empty(), INVENTED_NUMBER, Optional.empty());
    }

    private static DocumentData.Kind kind(PaperKind kind) {
        return DocumentData.Kind.valueOf(kind.name());
    }

    private static DocumentData.Language language(PaperLanguage language) {
        return DocumentData.Language.valueOf(language.name());
    }
}
