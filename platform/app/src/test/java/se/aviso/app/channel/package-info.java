/** Tests of the channels of a tenant. */
@NullMarked
package se.aviso.app.channel;

import org.jspecify.annotations.NullMarked;
