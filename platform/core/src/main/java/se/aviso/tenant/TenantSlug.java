package se.aviso.tenant;

import java.util.regex.Pattern;

/** A tenant's lasting short name: in tokens, as the alias of its organisation, as a folder's name. */
public record TenantSlug(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:-?[a-z0-9]){1,62}");
    private static final int LONGEST = 63;

    /** @throws IllegalArgumentException for anything but 2 to 63 small letters, digits and single hyphens inside */
    public TenantSlug {
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a short name of a tenant: " + value);
        }
    }

    /** True when the text can be one. */
    public static boolean isOne(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
