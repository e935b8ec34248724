package se.aviso.it;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row of a tenant's table, seen through JPA. */
@Entity
@Table(name = "role_grant")
@SuppressWarnings("UnusedVariable")
class GrantRow {
    @Id
    private UUID id;

    @Column(name = "tenant_id", updatable = false)
    private UUID tenantId;

    private String subject;
    private short role;

    @Column(name = "group_path")
    private String groupPath;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected GrantRow() {}

    GrantRow(UUID tenantId, String subject) {
        this.id = UUID.randomUUID();
        this.tenantId = tenantId;
        this.subject = subject;
        this.role = 2;
        this.groupPath = "/";
    }
}
