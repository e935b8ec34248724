package se.aviso.app.group;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.aviso.app.tenancy.Codes;
import se.aviso.group.BillingField;
import se.aviso.group.Group;
import se.aviso.group.GroupKind;
import se.aviso.kernel.GroupId;

/** The memory of a group; empty fields of its billing identity are inherited. */
@Entity
@Table(name = "group_node")
class GroupEntity {
    @Id
    private UUID id;

    @Column(name = "tenant_id", updatable = false)
    private UUID tenantId;

    /** As text: EclipseLink 4 cannot read an absent UUID. */
    @Column(name = "parent_id", updatable = false)
    private @Nullable String parentId;

    private short kind;
    private String slug;
    private String name;
    private String path;
    private int children;

    @Column(name = "organisation_number")
    private @Nullable String organisationNumber;

    @Column(name = "payee_name")
    private @Nullable String payeeName;

    @Column(name = "payee_street")
    private @Nullable String payeeStreet;

    @Column(name = "payee_postal_code")
    private @Nullable String payeePostalCode;

    @Column(name = "payee_city")
    private @Nullable String payeeCity;

    @Column(name = "reply_to")
    private @Nullable String replyTo;

    private @Nullable String bankgiro;
    private @Nullable String plusgiro;
    private @Nullable String iban;
    private @Nullable String swish;

    @Column(name = "vat_number")
    private @Nullable String vatNumber;

    @Column(name = "template_id")
    private @Nullable String templateId;

    private @Nullable String accent;

    private @Nullable String slip;

    @Column(name = "qr")
    private @Nullable String codes;

    @Column(name = "logo_hash")
    private @Nullable String logoHash;

    @Version
    private long version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected GroupEntity() {}

    GroupEntity(UUID tenantId, Group group) {
        this.id = group.id().value();
        this.tenantId = tenantId;
        this.parentId = group.place().parent().map(GroupId::toString).orElse(null);
        this.kind = (short) Codes.of(group.kind());
        this.slug = group.slug();
        this.name = group.name();
        this.path = group.place().path();
        group.own().forEach(this::remember);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    /** The path of the next group under this one. */
    String nextChildPath() {
        children++;
        return path + "%05d/".formatted(children);
    }

    void rename(String newName) {
        name = newName;
    }

    /** Sets a field of the own billing identity; null clears it, so that it is inherited. */
    void remember(BillingField field, @Nullable String value) {
        switch (field) {
            case NAME -> payeeName = value;
            case STREET -> payeeStreet = value;
            case POSTAL_CODE -> payeePostalCode = value;
            case CITY -> payeeCity = value;
            case ORGANISATION_NUMBER -> organisationNumber = value;
            case VAT_NUMBER -> vatNumber = value;
            case BANKGIRO -> bankgiro = value;
            case PLUSGIRO -> plusgiro = value;
            case IBAN -> iban = value;
            case SWISH -> swish = value;
            case REPLY_TO -> replyTo = value;
            case LOGO -> logoHash = value;
            case TEMPLATE -> templateId = value;
            case ACCENT -> accent = value;
            case SLIP -> slip = value;
            case QR -> codes = value;
        }
    }

    Group toDomain() {
        var own = new EnumMap<BillingField, String>(BillingField.class);
        for (var field : BillingField.values()) {
            own(field).ifPresent(value -> own.put(field, value));
        }
        var place = new Group.Place(Optional.ofNullable(parentId).map(GroupId::parse), path);
        return new Group(new GroupId(id), Codes.constant(GroupKind.class, kind), slug, name, place, Map.copyOf(own));
    }

    private Optional<String> own(BillingField field) {
        return Optional.ofNullable(
                switch (field) {
                    case NAME -> payeeName;
                    case STREET -> payeeStreet;
                    case POSTAL_CODE -> payeePostalCode;
                    case CITY -> payeeCity;
                    case ORGANISATION_NUMBER -> organisationNumber;
                    case VAT_NUMBER -> vatNumber;
                    case BANKGIRO -> bankgiro;
                    case PLUSGIRO -> plusgiro;
                    case IBAN -> iban;
                    case SWISH -> swish;
                    case REPLY_TO -> replyTo;
                    case LOGO -> logoHash;
                    case TEMPLATE -> templateId;
                    case ACCENT -> accent;
                    case SLIP -> slip;
                    case QR -> codes;
                });
    }
}
