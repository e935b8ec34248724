/** Tests of the REST API's conventions that need a real database. */
@NullMarked
package se.aviso.app.web;

import org.jspecify.annotations.NullMarked;
