package se.aviso.app.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import se.aviso.app.tenant.Ids;
import se.aviso.app.tenant.Slug;
import se.aviso.group.BillingField;
import se.aviso.group.Group;
import se.aviso.group.GroupKind;
import se.aviso.group.PaperLook;
import se.aviso.kernel.GiroNumber;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.RuleViolation;

/** Adds a group to the tree, with what it sets of its billing identity. */
@ApplicationScoped
@Transactional
public class CreateGroup {
    @Inject
    GroupStore groups;

    @Inject
    GroupFormStore forms;

    @Inject
    GroupTreeStore tree;

    /** What a new group is to be; values as people write them. */
    public record Wish(
            GroupKind kind,
            String name,
            Optional<String> slug,
            Optional<GroupId> parent,
            boolean publicForm,
            Map<BillingField, String> own) {}

    /**
     * What is to change; a field without a value is cleared, so that it is inherited again.
     *
     * @param publicForm to open the public form, or to close it
     */
    public record Change(
            Optional<String> name, Map<BillingField, Optional<String>> fields, Optional<Boolean> publicForm) {
        public Change(Optional<String> name, Map<BillingField, Optional<String>> fields) {
            this(name, fields, Optional.empty());
        }
    }

    /** A group and the version that it has now. */
    public record Versioned(Group group, long version) {}

    @Inject
    OwnPages pages;

    @Inject
    LookStore looks;

    /** Adds the group, or says what is wrong with the wish. */
    public Group create(Wish wish) {
        tree.lock(); // a parent that moves meanwhile would leave the child behind
        var parent = wish.parent().map(this::parent);
        if (!wish.kind().mayStandUnder(parent.map(entity -> entity.toDomain().kind()))) {
            throw RuleViolation.at(
                    "/kind", "bad-place", Map.of("kind", wish.kind().name()));
        }
        var own = normalised(wish.own());
        var path = parent.map(GroupEntity::nextChildPath).orElseGet(() -> "/%05d/".formatted(groups.roots() + 1));
        requirePage(own, new Group.Place(wish.parent(), path));
        var id = new GroupId(Ids.next());
        var slug = wish.slug().orElseGet(() -> Slug.of(wish.name()));
        var group = new Group(id, wish.kind(), slug, wish.name(), new Group.Place(wish.parent(), path), own);
        claim(own, id);
        if (wish.publicForm()) {
            openForm(group, "/slug");
        }
        groups.add(group);
        follow(own.keySet(), group);
        return group;
    }

    /** Changes a group, if it still has the version that the caller has seen. */
    public Versioned change(GroupId id, LongConsumer sameVersion, Change change) {
        if (isLook(change.fields().keySet())) {
            looks.lock(); // before the group's row, as whoever sets its look does
        }
        var entity = groups.entity(id).orElseThrow(() -> RuleViolation.of("not-found", Map.of()));
        sameVersion.accept(entity.version());
        var set = new EnumMap<BillingField, String>(BillingField.class);
        change.fields().forEach((field, value) -> value.ifPresent(text -> set.put(field, text)));
        var own = normalised(set);
        claim(own, id);
        requirePage(own, entity.toDomain().place());
        change.name().ifPresent(entity::rename);
        change.fields().forEach((field, value) -> entity.remember(field, own.get(field)));
        change.publicForm().ifPresent(open -> form(entity.toDomain(), open));
        groups.flush();
        follow(change.fields().keySet(), entity.toDomain());
        return new Versioned(entity.toDomain(), entity.version());
    }

    /** What is issued from now on looks so, and keeps it. */
    private void follow(Set<BillingField> set, Group group) {
        if (isLook(set)) {
            looks.follow(group);
        }
    }

    private static boolean isLook(Set<BillingField> set) {
        return !Collections.disjoint(set, PaperLook.PARTS);
    }

    /** A page of one's own can be chosen once somebody on the way up has drawn one. */
    private void requirePage(Map<BillingField, String> own, Group.Place place) {
        if (BillingField.OWN_LOOK.equals(own.get(BillingField.TEMPLATE)) && !pages.isDrawn(place.wayDown())) {
            throw RuleViolation.at("/billingIdentity/templateId", "template-none", Map.of());
        }
    }

    private void form(Group group, boolean open) {
        if (open) {
            openForm(group, "/publicJoin");
        } else {
            forms.close(group.id());
        }
    }

    private void openForm(Group group, String pointer) {
        if (!forms.claim(group.slug(), group.id())) {
            throw RuleViolation.at(pointer, "slug-taken", Map.of("slug", group.slug()));
        }
    }

    /** Gives a group the picture in a file as its logo, painted anew; it is kept under the hash of its bytes. */
    public Group setLogo(GroupId id, InputStream picture) throws IOException {
        var logo = Logo.of(picture);
        looks.lock(); // before the group's row
        var entity = groups.entity(id).orElseThrow(() -> RuleViolation.of("not-found", Map.of()));
        groups.keepLogo(logo.hash(), "image/png", logo.png());
        entity.remember(BillingField.LOGO, logo.hash());
        groups.flush();
        looks.follow(entity.toDomain());
        return entity.toDomain();
    }

    /** Refuses a text that cannot be a value of the field, as saving it would. */
    static void require(BillingField field, String text) {
        normalised(Map.of(field, text));
    }

    private GroupEntity parent(GroupId id) {
        return groups.entity(id).orElseThrow(() -> RuleViolation.at("/parentId", "unknown-group", Map.of()));
    }

    private static Map<BillingField, String> normalised(Map<BillingField, String> texts) {
        List<RuleViolation.Fault> faults = new ArrayList<>();
        var values = new EnumMap<BillingField, String>(BillingField.class);
        texts.forEach((field, text) -> {
            try {
                values.put(field, field.normalised(text));
            } catch (IllegalArgumentException notAValue) {
                faults.add(new RuleViolation.Fault(
                        field.fault(), "/billingIdentity/" + GroupBodies.jsonName(field), Map.of("value", text)));
            }
        });
        if (!faults.isEmpty()) {
            throw new RuleViolation(faults);
        }
        return values;
    }

    private void claim(Map<BillingField, String> own, GroupId group) {
        claim(own, BillingField.BANKGIRO, group);
        claim(own, BillingField.PLUSGIRO, group);
    }

    /** A giro number belongs to one tenant, and in it to one group: the money has one receiver. */
    private void claim(Map<BillingField, String> own, BillingField field, GroupId group) {
        var digits = own.get(field);
        if (digits == null) {
            return;
        }
        var kind = field == BillingField.BANKGIRO ? GiroNumber.Kind.BANKGIRO : GiroNumber.Kind.PLUSGIRO;
        var giro = new GiroNumber(kind, digits);
        if (!groups.claim(giro) || groups.isOfAnother(giro, group)) {
            throw RuleViolation.at(
                    "/billingIdentity/" + GroupBodies.jsonName(field), "giro-taken", Map.of("giro", digits));
        }
    }
}
