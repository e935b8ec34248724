package se.aviso.app.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.util.List;
import java.util.UUID;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.InvoiceId;
import se.aviso.kernel.MemberId;
import se.aviso.kernel.MembershipId;
import se.aviso.kernel.MembershipTypeId;
import se.aviso.kernel.PaymentId;
import se.aviso.kernel.PeriodId;
import se.aviso.kernel.ProductId;
import se.aviso.kernel.RunId;
import se.aviso.kernel.TenantId;

/** Writes our ids as the UUIDs they are. */
class IdModule extends SimpleModule {
    private static final List<Class<?>> IDS = List.of(
            TenantId.class,
            GroupId.class,
            MemberId.class,
            MembershipId.class,
            MembershipTypeId.class,
            PeriodId.class,
            InvoiceId.class,
            PaymentId.class,
            RunId.class,
            ProductId.class);

    IdModule() {
        super("aviso-ids");
        IDS.forEach(id -> setMixInAnnotation(id, Id.class));
    }

    /** How Jackson is to see an id. */
    private abstract static class Id {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Id(@SuppressWarnings("unused") UUID value) {}

        @JsonValue
        abstract UUID value();
    }
}
