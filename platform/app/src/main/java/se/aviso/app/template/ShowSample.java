package se.aviso.app.template;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.aviso.access.Permission;
import se.aviso.app.dispatch.KeptWords;
import se.aviso.app.dispatch.Letterhead;
import se.aviso.app.document.DocumentData;
import se.aviso.app.document.DocumentWriter;
import se.aviso.app.dunning.DunningPolicyStore;
import se.aviso.app.group.GroupStore;
import se.aviso.app.invoice.Snapshots;
import se.aviso.app.member.FindMembers;
import se.aviso.app.member.Member;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.wording.SetWording;
import se.aviso.app.wording.Worded;
import se.aviso.group.BillingField;
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
    FindMembers members;

    @Inject
    DocumentWriter writer;

    @Inject
    BusinessDate businessDate;

    @Inject
    DunningPolicyStore policies;

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
        return writer.pdf(KeptWords.worded(sample(wish, seen, List.of()).data(), new Wording(holding), wish.level()));
    }

    /** The sample's values in the words that hold, with these rows where there are any. */
    DocumentData data(Wish wish, SetWording.Seen seen, List<DocumentData.Line> rows) {
        return KeptWords.worded(sample(wish, seen, rows).data(), seen.whole(), wish.level());
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
                new Letterhead(logos(fields)).seller(fields),
                recipient,
                businessDate.today(),
                rows);
    }

    private Member member(long number) {
        return members.numbered(number, Permission.MEMBER_READ)
                .map(FindMembers.Versioned::member)
                .orElseThrow(() -> RuleViolation.at("/memberNumber", "unknown-member", Map.of()));
    }

    private Map<String, byte[]> logos(Map<BillingField, String> fields) {
        return Optional.ofNullable(fields.get(BillingField.LOGO))
                .flatMap(hash -> groups.logo(hash).map(bytes -> Map.of(hash, bytes)))
                .orElse(Map.of());
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
