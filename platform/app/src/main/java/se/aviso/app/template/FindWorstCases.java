package se.aviso.app.template;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.aviso.access.Permission;
import se.aviso.app.dispatch.DocumentLines;
import se.aviso.app.document.DocumentData.Line;
import se.aviso.app.document.DocumentWriter;
import se.aviso.app.invoice.InvoiceStore;
import se.aviso.app.security.Caller;
import se.aviso.app.template.WorstCase.Reason;
import se.aviso.app.template.WorstCaseStore.Found;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.wording.SetWording;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.InvoiceId;
import se.aviso.wording.PaperKind;
import se.aviso.wording.PaperLanguage;
import se.aviso.wording.Wording;

/**
 * Looks at the documents that are hardest to fit on their pages, over all groups that the caller sees: the longest
 * names and texts, the most lines, somebody without an address, and what is invented for the longest name: a full foot,
 * a long basis of interest, many pages, no giro; in both languages. There are at most thirty.
 */
@ApplicationScoped
@Transactional
public class FindWorstCases {
    private static final Permission SEES = Permission.MEMBER_READ;
    private static final int EACH = 2;
    private static final List<Reason> INVENTED =
            List.of(Reason.FULL_FOOT, Reason.LONGEST_BASIS, Reason.MANY_PAGES, Reason.IBAN_ALONE);

    @Inject
    WorstCaseStore store;

    @Inject
    ShowSample preview;

    @Inject
    SetWording wording;

    @Inject
    InvoiceStore invoices;

    @Inject
    DocumentWriter writer;

    @Inject
    BusinessDate today;

    @Inject
    Caller caller;

    /** All of them; those that do not fit come first. */
    List<WorstCase> all() {
        var roots = caller.pathsFor(SEES);
        var cases = new ArrayList<WorstCase>();
        store.sellers(roots, EACH).forEach(each -> add(cases, Reason.LONGEST_SELLER, each));
        store.wordy(roots, EACH).forEach(each -> add(cases, Reason.LONGEST_TEXTS, each));
        store.names(roots, EACH).forEach(each -> add(cases, Reason.LONGEST_NAME, each));
        store.addresses(roots, EACH).forEach(each -> add(cases, Reason.LONGEST_ADDRESS, each));
        store.guarded(roots, 1).forEach(each -> add(cases, Reason.PROTECTED_IDENTITY, each));
        if (caller.may(Permission.INVOICE_READ)) {
            store.lines(caller.pathsFor(Permission.INVOICE_READ), EACH)
                    .forEach(each -> add(cases, Reason.MOST_LINES, each));
        }
        store.sellers(roots, 1).forEach(each -> INVENTED.forEach(reason -> add(cases, reason, each)));
        cases.sort((one, other) -> Boolean.compare(other.isCrowded(), one.isCrowded()));
        return cases;
    }

    /** The document itself, as a PDF. */
    byte[] pdf(WorstCase worst) {
        return writer.pdf(worst.data());
    }

    private void add(List<WorstCase> cases, Reason reason, Found found) {
        wording.find(new GroupId(found.group())).ifPresent(seen -> {
            for (var language : PaperLanguage.values()) {
                var invented = new InventedCase(reason, language == PaperLanguage.EN);
                var on = reason == Reason.LONGEST_BASIS ? LAST_REMINDER : wordiest(seen.whole(), language);
                var wish =
                        new ShowSample.Wish(seen.group().id(), on.kind(), on.level(), language, member(reason, found));
                var data = invented.on(preview.data(wish, seen, lines(invented, found)));
                cases.add(new WorstCase(reason, found.group(), found.called(), data, writer.fit(data)));
            }
        });
    }

    private static Optional<Long> member(Reason reason, Found found) {
        return switch (reason) {
            case LONGEST_NAME, LONGEST_ADDRESS, PROTECTED_IDENTITY -> Optional.of(Long.parseLong(found.called()));
            case LONGEST_SELLER, LONGEST_TEXTS, MOST_LINES, FULL_FOOT, LONGEST_BASIS, MANY_PAGES, IBAN_ALONE ->
                Optional.empty();
        };
    }

    private List<Line> lines(InventedCase invented, Found found) {
        if (invented.reason() != Reason.MOST_LINES) {
            return invented.lines(today.today());
        }
        return invoices.byId(new InvoiceId(found.subject()))
                .map(stored -> DocumentLines.rows(stored, Optional.empty()))
                .orElse(List.of());
    }

    private record On(PaperKind kind, int level) {}

    private static final On LAST_REMINDER = new On(PaperKind.REMINDER1, Wording.ALL_LEVELS);

    /** Of the documents that ask for money the one on which most is said. */
    private static On wordiest(Wording whole, PaperLanguage language) {
        var longest = new On(PaperKind.FIRST, Wording.ALL_LEVELS);
        for (var kind : List.of(PaperKind.RENEWAL, PaperKind.OFFER, PaperKind.ONE_OFF, PaperKind.REMINDER2)) {
            for (var level = Wording.ALL_LEVELS; Wording.has(kind, level); level++) {
                if (length(whole.on(kind, level, language)) > length(whole.on(longest.kind, longest.level, language))) {
                    longest = new On(kind, level);
                }
            }
        }
        return longest;
    }

    private static int length(Wording.Words words) {
        return words.heading().length() + words.lead().length() + words.foot().length();
    }
}
