package se.aviso.app.statement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import se.aviso.access.Permission;
import se.aviso.app.dispatch.KeptWords;
import se.aviso.app.dispatch.Logos;
import se.aviso.app.document.DocumentWriter;
import se.aviso.app.group.GroupStore;
import se.aviso.app.invoice.InvoiceSnapshot;
import se.aviso.app.invoice.Snapshots;
import se.aviso.app.member.FindMembers;
import se.aviso.app.member.FindOwnDetails;
import se.aviso.app.member.Member;
import se.aviso.app.security.Caller;
import se.aviso.app.tenant.BusinessDate;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.wording.WordingStore;
import se.aviso.group.BillingField;
import se.aviso.group.Group;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MemberId;
import se.aviso.statement.AnnualStatement;

/**
 * The annual statements of a member, one for each seller, to those who may see all that is on them: half a statement
 * would be a wrong one.
 */
@ApplicationScoped
@Transactional
public class ShowStatements {
    @Inject
    FindMembers find;

    @Inject
    FindOwnDetails ownDetails;

    @Inject
    StatementStore store;

    @Inject
    GroupStore groups;

    @Inject
    Logos logos;

    @Inject
    KeptWords words;

    @Inject
    WordingStore wordings;

    @Inject
    DocumentWriter writer;

    @Inject
    BusinessDate businessDate;

    @Inject
    Caller caller;

    /** Which statement. */
    record Which(int year, UUID seller) {}

    /** Those of a member, the newest first; empty where there is no such member in the caller's groups. */
    Optional<List<StatementBody.Summary>> find(UUID member) {
        return find.find(member, Permission.INVOICE_READ)
                .map(found -> all(found.member().id(), this::mayRead).stream()
                        .map(StatementBody.Summary::of)
                        .toList());
    }

    /** Those of the members that the caller is, the newest first. */
    List<StatementBody.Summary> own() {
        return caller.memberIds().stream()
                .flatMap(member -> all(new MemberId(member), path -> true).stream())
                .map(StatementBody.Summary::of)
                .toList();
    }

    /** One of a member of the caller's groups. */
    StatementBody of(UUID member, Which which) {
        return StatementBody.of(one(seen(member).id(), which, this::mayRead));
    }

    /** One of a member that the caller is. */
    StatementBody own(UUID member, Which which) {
        return StatementBody.of(one(self(member).id(), which, path -> true));
    }

    /** The same as a document. */
    byte[] pdf(UUID member, Which which) {
        var shown = seen(member);
        return written(shown, one(shown.id(), which, this::mayRead));
    }

    /** The same as a document. */
    byte[] ownPdf(UUID member, Which which) {
        var self = self(member);
        return written(self, one(self.id(), which, path -> true));
    }

    private boolean mayRead(String path) {
        return caller.may(Permission.INVOICE_READ, path);
    }

    private Member seen(UUID member) {
        return find.find(member, Permission.INVOICE_READ)
                .map(FindMembers.Versioned::member)
                .orElseThrow(HttpProblem::notFound);
    }

    private Member self(UUID member) {
        return ownDetails.shown(member).map(FindMembers.Versioned::member).orElseThrow(HttpProblem::notFound);
    }

    private StatementWhole one(MemberId member, Which which, Predicate<String> allowed) {
        return all(member, allowed).stream()
                .filter(each -> each.statement().year() == which.year()
                        && each.seller().group().value().equals(which.seller()))
                .findFirst()
                .orElseThrow(HttpProblem::notFound);
    }

    private List<StatementWhole> all(MemberId member, Predicate<String> allowed) {
        var accounts = store.accounts(member.value());
        var sellers = groups.groupsById(accounts.keySet());
        var names = groups.identitiesOnDocuments(accounts.keySet());
        var thisYear = businessDate.today().getYear();
        return accounts.entrySet().stream()
                .filter(account -> account.getValue().paths().stream().allMatch(allowed))
                .flatMap(account -> {
                    var group = account.getKey();
                    var name = Optional.ofNullable(names.get(group))
                            .map(identity -> identity.text(BillingField.NAME))
                            .filter(called -> !called.isBlank())
                            .orElseGet(() -> name(sellers, group));
                    var seller = new StatementWhole.Seller(group, name);
                    return AnnualStatement.each(account.getValue().movements(), thisYear).stream()
                            .map(statement -> new StatementWhole(member, seller, statement));
                })
                .sorted((a, b) -> b.statement().year() - a.statement().year())
                .toList();
    }

    private static String name(Map<GroupId, Group> groups, GroupId id) {
        return Optional.ofNullable(groups.get(id)).map(Group::name).orElse("");
    }

    private byte[] written(Member member, StatementWhole whole) {
        var snapshot = snapshot(member, whole.seller());
        var paper = StatementPaper.of(whole, snapshot, logos.of(snapshot), businessDate.today());
        return writer.pdf(words.on(paper, snapshot));
    }

    /** As it stands today: a statement is written when it is asked for. */
    private InvoiceSnapshot snapshot(Member member, StatementWhole.Seller seller) {
        var identity = Optional.ofNullable(
                        groups.identitiesOnDocuments(List.of(seller.group())).get(seller.group()))
                .orElseThrow(HttpProblem::notFound);
        var worded = Optional.ofNullable(
                        wordings.inForce(List.of(seller.group())).get(seller.group()))
                .orElseThrow(HttpProblem::notFound);
        return Snapshots.of(member, identity, seller.name(), worded);
    }
}
