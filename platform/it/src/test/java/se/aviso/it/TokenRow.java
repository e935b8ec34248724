package se.aviso.it;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row of a tenant's table, seen through JPA. */
@Entity
@Table(name = "search_token")
@SuppressWarnings("UnusedVariable")
class TokenRow {
    @Id
    private UUID id;

    @Column(name = "tenant_id", updatable = false)
    private UUID tenantId;

    private String token;
    private short kind;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected TokenRow() {}

    TokenRow(UUID tenantId, String token) {
        this.id = UUID.randomUUID();
        this.tenantId = tenantId;
        this.token = token;
        this.kind = 1;
    }
}
