package chat.hubbub.store;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.jdbc.DatabaseDriver;
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

	@Bean
	static BeanPostProcessor postgreSqlSessions() {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				if (bean instanceof HikariDataSource pool
						&& DatabaseDriver.fromJdbcUrl(pool.getJdbcUrl()) == DatabaseDriver.POSTGRESQL) {
					String own = pool.getConnectionInitSql();
					pool.setConnectionInitSql(PostgreSqlSession.BEGIN + ((own != null) ? ";\n" + own : ""));
				}
				return bean;
			}

		};
	}

}
