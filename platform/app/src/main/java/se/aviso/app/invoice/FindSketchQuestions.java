package se.aviso.app.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.aviso.access.Permission;
import se.aviso.app.member.Membership;
import se.aviso.app.member.MembershipStore;
import se.aviso.app.pricing.PriceQuestion;
import se.aviso.app.security.Caller;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.invoice.Occasion;

/**
 * What plugins are to be asked before an invoice that somebody writes is priced or issued; a transaction of its own.
 */
@ApplicationScoped
@Transactional
public class FindSketchQuestions {
    @Inject
    SketchStore sketches;

    @Inject
    MembershipStore memberships;

    @Inject
    BillMemberships billing;

    @Inject
    BusinessDate businessDate;

    @Inject
    Caller caller;

    /** The questions about a kept draft, by the plugins' names; none where it is unknown. */
    Map<String, List<PriceQuestion>> of(UUID draft) {
        return sketches.find(draft).map(found -> of(found.lines())).orElse(Map.of());
    }

    /** The questions about lines; about memberships in groups whose invoices the caller does not see, none. */
    Map<String, List<PriceQuestion>> of(List<DraftLine> lines) {
        var named = lines.stream()
                .flatMap(line -> line.membershipId().stream())
                .distinct()
                .toList();
        if (named.isEmpty() || !billing.asksPlugins()) {
            return Map.of();
        }
        var first = new ArrayList<Membership>();
        var renewed = new ArrayList<Membership>();
        memberships.byIds(named).stream()
                .filter(found -> isSeen(found.place().groupPath()))
                .forEach(found -> (found.newest().isEmpty() ? first : renewed).add(found));
        var questions = new LinkedHashMap<>(questions(first, Occasion.FIRST));
        questions(renewed, Occasion.RENEWAL)
                .forEach((name, more) -> questions.merge(name, more, (one, other) -> {
                    var all = new ArrayList<>(one);
                    all.addAll(other);
                    return all;
                }));
        return questions;
    }

    private boolean isSeen(String path) {
        return caller.may(Permission.INVOICE_READ, path) || caller.may(Permission.INVOICE_WRITE, path);
    }

    private Map<String, List<PriceQuestion>> questions(List<Membership> of, Occasion occasion) {
        return billing.questions(of, new BillMemberships.Order(occasion, businessDate.today(), Optional.empty()));
    }
}
