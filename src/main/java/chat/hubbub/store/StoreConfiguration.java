package chat.hubbub.store;

import javax.sql.DataSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database's own ways for all features. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

	@Bean
	static Ids ids(JdbcClient jdbc, DataSource source) {
		return Ids.of(jdbc, source);
	}

}
