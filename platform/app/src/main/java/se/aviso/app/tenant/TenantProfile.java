package se.aviso.app.tenant;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import se.aviso.kernel.TenantId;

/** What every part may know of a tenant; the business date is set only where a demo or test tenant has its own. */
public record TenantProfile(TenantId id, Naming naming, ZoneId zone, boolean demo, Optional<LocalDate> businessDate) {
    /** How the tenant is called, and the language it speaks. */
    public record Naming(String slug, String name, String language) {}
}
