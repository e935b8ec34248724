/**
 * The conventions of the REST API: JSON, problems, idempotency, versions, pages.
 *
 * <p>Knows no slice; every slice's resources stand on it.
 */
@NullMarked
package se.aviso.app.web;

import org.jspecify.annotations.NullMarked;
