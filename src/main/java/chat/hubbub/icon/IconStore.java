package chat.hubbub.icon;

import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The table of the icon's forms. The settings name the address that counts. Thread-safe.
 */
@Repository
class IconStore {

	private final JdbcClient jdbc;

	IconStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(String address, Map<IconForm, byte[]> forms) {
		forms.forEach((form, image) -> this.jdbc
			.sql("insert into server_icon (address, form, image) values (:address, :form, :image)")
			.param("address", address)
			.param("form", form.key())
			.param("image", image)
			.update());
	}

	Optional<byte[]> find(String address, IconForm form) {
		return this.jdbc.sql("select image from server_icon where address = :address and form = :form")
			.param("address", address)
			.param("form", form.key())
			.query((row, number) -> row.getBytes("image"))
			.optional();
	}

	/** Deletes all icons but one. */
	void deleteOthers(String address) {
		this.jdbc.sql("delete from server_icon where address <> ?").param(address).update();
	}

}
