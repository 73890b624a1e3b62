-- A database as the first release made it (schema 0001): two postings, one of them raised, reworded, closed.
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE change (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	watch_id INTEGER NOT NULL, 
	from_version INTEGER NOT NULL, 
	to_version INTEGER NOT NULL, 
	occasion INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	direction TEXT, 
	field TEXT, 
	field_key TEXT NOT NULL, 
	"before" JSON, 
	"after" JSON, 
	summary TEXT NOT NULL, 
	severity TEXT NOT NULL, 
	detected_at BIGINT NOT NULL, 
	since BIGINT, 
	CONSTRAINT ck_change_severity CHECK (severity IN ('critical', 'high', 'medium', 'low')), 
	CONSTRAINT ck_change_versions CHECK (from_version >= 0 AND to_version >= from_version), 
	CONSTRAINT ck_change_kind CHECK (length(kind) > 0), 
	CONSTRAINT fk_change_watch_id FOREIGN KEY(watch_id) REFERENCES watch (id) ON DELETE CASCADE, 
	CONSTRAINT uq_change_watch_id_to_version_kind_field_key_occasion UNIQUE (watch_id, to_version, kind, field_key, occasion)
);
INSERT INTO "change" VALUES(1,1,1,2,0,'pay_changed','raised','pay','pay','{"min":"30","max":"30","currency":"USD","unit":"hour","implied":["currency"],"annual_min":"62400","annual_max":"62400","text":"$30 per hour"}','{"min":"34","max":"34","currency":"USD","unit":"hour","implied":["currency"],"annual_min":"70720","annual_max":"70720","text":"$34 per hour"}','Pay raised: $30 → $34 an hour','high',1795292972000000,1795292956000000);
INSERT INTO "change" VALUES(2,1,1,2,0,'description_changed',NULL,'requirements','requirements',NULL,'"Two years at a shipyard."','Requirements changed: added “Two years at a shipyard.”','medium',1795292972000000,1795292956000000);
INSERT INTO "change" VALUES(3,1,2,3,0,'closed',NULL,'status','status','"open"','"closed"','Applications closed','critical',1795292987000000,1795292972000000);
INSERT INTO "change" VALUES(4,1,2,3,0,'description_changed',NULL,'requirements','requirements','"Two years at a shipyard."',NULL,'Requirements changed: removed “Two years at a shipyard.”','medium',1795292987000000,1795292972000000);
CREATE TABLE check_count (
	watch_id INTEGER NOT NULL, 
	day DATE NOT NULL, 
	outcome TEXT NOT NULL, 
	count INTEGER NOT NULL, 
	CONSTRAINT pk_check_count PRIMARY KEY (watch_id, day, outcome), 
	CONSTRAINT ck_check_count_outcome CHECK (outcome IN ('changed', 'unchanged', 'not_modified', 'missing', 'blocked', 'failed', 'disallowed')), 
	CONSTRAINT ck_check_count_count CHECK (count > 0), 
	CONSTRAINT fk_check_count_watch_id FOREIGN KEY(watch_id) REFERENCES watch (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "check_count" VALUES(1,'2026-11-21','changed',3);
INSERT INTO "check_count" VALUES(2,'2026-11-21','changed',1);
INSERT INTO "check_count" VALUES(2,'2026-11-21','unchanged',2);
CREATE TABLE holder (
	id INTEGER NOT NULL, 
	pid INTEGER NOT NULL, 
	host TEXT NOT NULL, 
	what TEXT NOT NULL, 
	since BIGINT NOT NULL, 
	CONSTRAINT pk_holder PRIMARY KEY (id), 
	CONSTRAINT ck_holder_one_row CHECK (id = 1)
);
CREATE TABLE host (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	crawl_delay FLOAT, 
	failures INTEGER NOT NULL, 
	paused_until BIGINT, 
	robots_checked_at BIGINT, 
	CONSTRAINT pk_host PRIMARY KEY (id), 
	CONSTRAINT ck_host_crawl_delay CHECK (crawl_delay >= 0), 
	CONSTRAINT ck_host_failures CHECK (failures >= 0), 
	CONSTRAINT uq_host_name UNIQUE (name)
);
INSERT INTO "host" VALUES(1,'yard.example',NULL,0,NULL,NULL);
CREATE TABLE host_slot (
	host_id INTEGER NOT NULL, 
	slot INTEGER NOT NULL, 
	next_due_at BIGINT, 
	lease_no INTEGER NOT NULL, 
	CONSTRAINT pk_host_slot PRIMARY KEY (host_id, slot), 
	CONSTRAINT ck_host_slot_slot CHECK (slot >= 0), 
	CONSTRAINT fk_host_slot_host_id FOREIGN KEY(host_id) REFERENCES host (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "host_slot" VALUES(1,0,1795315230677926,0);
CREATE TABLE notice (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	change_id INTEGER NOT NULL, 
	watch_id INTEGER NOT NULL, 
	target TEXT NOT NULL, 
	message_id TEXT NOT NULL, 
	state TEXT NOT NULL, 
	due_at BIGINT NOT NULL, 
	attempts INTEGER NOT NULL, 
	lease_until BIGINT, 
	last_error TEXT, 
	sent_at BIGINT, 
	created_at BIGINT NOT NULL, 
	CONSTRAINT ck_notice_lease CHECK ((state = 'leased') = (lease_until IS NOT NULL)), 
	CONSTRAINT ck_notice_sent CHECK ((state = 'sent') = (sent_at IS NOT NULL)), 
	CONSTRAINT ck_notice_state CHECK (state IN ('waiting', 'leased', 'sent', 'failed', 'dropped')), 
	CONSTRAINT ck_notice_attempts CHECK (attempts >= 0), 
	CONSTRAINT fk_notice_change_id FOREIGN KEY(change_id) REFERENCES change (id) ON DELETE CASCADE, 
	CONSTRAINT fk_notice_watch_id FOREIGN KEY(watch_id) REFERENCES watch (id) ON DELETE CASCADE, 
	CONSTRAINT uq_notice_change_id_target UNIQUE (change_id, target)
);
INSERT INTO "notice" VALUES(1,1,1,'mail','f503f6a42f78b633532f8f05fa770995a9b227fa@posting-monitor','waiting',1795292972903898,0,NULL,NULL,NULL,1795292972000000);
INSERT INTO "notice" VALUES(2,2,1,'mail','6c029419e4f1874d0d9a53376271b4421ae12a28@posting-monitor','waiting',1795292972903898,0,NULL,NULL,NULL,1795292972000000);
INSERT INTO "notice" VALUES(3,3,1,'mail','4c1e2f1373a6d5bfa92abd692296366df55a5c31@posting-monitor','waiting',1795292987611052,0,NULL,NULL,NULL,1795292987000000);
INSERT INTO "notice" VALUES(4,4,1,'mail','48ef80b7c8c6183d70a3854f2424c5163ffc1e13@posting-monitor','waiting',1795292987611052,0,NULL,NULL,NULL,1795292987000000);
CREATE TABLE snapshot (
	sha256 TEXT NOT NULL, 
	size INTEGER NOT NULL, 
	keyframe TEXT, 
	data BLOB NOT NULL, 
	CONSTRAINT pk_snapshot PRIMARY KEY (sha256), 
	CONSTRAINT ck_snapshot_keyframe CHECK (keyframe <> sha256), 
	CONSTRAINT ck_snapshot_sha256 CHECK (length(sha256) = 64), 
	CONSTRAINT ck_snapshot_size CHECK (size >= 0), 
	CONSTRAINT fk_snapshot_keyframe FOREIGN KEY(keyframe) REFERENCES snapshot (sha256)
);
INSERT INTO "snapshot" VALUES('7b1b32ca03476d5a686c082f7083a7a3ea369a8d1c470eaceb7e731c77bcc006',385,NULL,X'28B52FFD648100DD070006D1331F508BDAC021596222B440F22FD74678C43698010829897F4D8CB43B500DAB872A002C002900CD24C5106EE0FED1CCDC33A4D309B045BE8E5CFF7E4CA4CB9849DA840149EA87E9CBF3ED6A5E51080003BBAEC020E0168D2AE442C433B5DCDBC12D92EA574525AC5C98093E9860CCD4BA603648351C3CC820A60CB728DEF8DA31BD612AF8A042E7DE916BAAB95776A48231F56044A56B64D2F85A7A12C663199F226B8A8F05E9CBF33907F755E9473F5BE520A9916FE450BB3E5C83F9B4CBB26E0EBB80486F07B3FD2001B3AFBECE030F00183BC4C20EFC118CC1F528400446C89CA66236B08BA7591C4B2C887006A6AA2B8CFDA981129425A2A219B9');
INSERT INTO "snapshot" VALUES('15d435de1a893cffd60de804e5154b7f76a69ff3576802fa7d426ebe10eee771',359,NULL,X'28B52FFD6467009D07008650321F606BDAB0D9594222343CAD35ADB1A6C0D63A12684A2054BB26233A831C527029002A00280089C91CB609C7A799A498C1091C6345E986B27F7FEA5946A9486264A1A4F54BF5E5D1F16A3E51072003B7C99A42C7781D4122E014CD22E8CAC333B5DC5BC12992EADF441D2C5DA908848940A9A977496D8E52C0E7DED01D6787B6A77A4B4D204C75CEBD1FD75473BFC8A10994BA980F958EA148E36B2D228B056628EACB23444CFE4D7AA19F71724AEAE3FCB8D3BE0DC7603EF1C2AC1B03370EEA0D53DB310718FEF5150E000B3B84DF06FE08C6E07AB40042442A1182B87886C51908AF10975556500D1C420D94A02C014931EE3B');
INSERT INTO "snapshot" VALUES('9727fb0ee61d922e4186c7496b230bcaac52af264a9b3316d1b6f8ea225e3120',418,'7b1b32ca03476d5a686c082f7083a7a3ea369a8d1c470eaceb7e731c77bcc006',X'28B52FFD64A2003D0100B8346C693E54776F207965617273206174206170796172640400A58B3AC0629704D4F508A91504911ABE7F');
INSERT INTO "snapshot" VALUES('8e55fde158bb36f0b9edf798cea0bb709587dc799a5d164a2965d9b74317568a',420,NULL,X'28B52FFD64A4006D0800D6D13521406DDA06A0B26D0F11C25592E1C614334A9203C826D6F6611800EB18958E4E13BC2C002F002B000ED7B46F3197F0813764D57B2B65D7059C26D6472AF7366642AA30154B1506CA427C4C5E5A5D5BD3094B0018AAC1314CDD697B0141C01D0D5AC8868976AC313308772CB68D12A6D0B26132D44186C25C8B16CC26B18783075F72280C66431D64E9CC1B39C39A37528F6CA8C55B6E0DBD9B2609BA5365313E5BD7C717491FE3E46FBF8FB5BF0DC94BAB730E2A64DB6972656D628D3C2DA3881FBC5EBAA85B06421912C9CCC15CD646DCCECCA82F63721320101C656D073B39844B038F19031008DE518090D93127BA4CD85ACB906856AECD8B6916B1C412C21950D563EC8F064A709728DCA469');
CREATE TABLE version (
	watch_id INTEGER NOT NULL, 
	seq INTEGER NOT NULL, 
	observed_at BIGINT NOT NULL, 
	last_seen_at BIGINT NOT NULL, 
	record JSON NOT NULL, 
	snapshot TEXT, 
	reader_version INTEGER NOT NULL, 
	final_url TEXT, 
	headers JSON NOT NULL, 
	reread BOOLEAN NOT NULL, 
	CONSTRAINT pk_version PRIMARY KEY (watch_id, seq), 
	CONSTRAINT ck_version_seq CHECK (seq > 0), 
	CONSTRAINT fk_version_snapshot FOREIGN KEY(snapshot) REFERENCES snapshot (sha256), 
	CONSTRAINT fk_version_watch_id FOREIGN KEY(watch_id) REFERENCES watch (id) ON DELETE CASCADE
);
INSERT INTO "version" VALUES(1,1,1795292956000000,1795292956000000,'{"verdict":"posting","reasons":["it has 2 of the sections that postings have","its title names a role","the text under its heading is short","its text states pay or a deadline","it names 1 facts that postings name","it asks to apply"],"posting":{"title":"Welder, night shift","organization":"Ironside Yards","locations":["Hullport"],"status":"open","pay":{"min":"30","max":"30","currency":"USD","unit":"hour","implied":["currency"],"annual_min":"62400","annual_max":"62400","text":"$30 per hour"},"deadline":null,"workplace":null,"employment_type":null,"posted_on":null,"starts_on":null,"duration":null,"requisition_id":null,"apply_url":"https://yard.example/apply","language":"en","sections":[{"kind":"responsibilities","heading":"What you will do","text":"- Weld hull plates."},{"kind":"requirements","heading":"Requirements","text":"- A valid welding certificate."}],"commentary":null,"evidence":{"apply_control":{"source":"markup","text":"Apply now","where":"markup:body"},"apply_url":{"source":"markup","text":"Apply now","where":"markup:a@href"},"language":{"source":"markup","text":"en","where":"markup:html@lang"},"locations":{"source":"text","text":"Location: Hullport","where":"chars:35-53"},"organization":{"source":"markup","text":"Welder, night shift - Ironside Yards","where":"markup:title"},"pay":{"source":"text","text":"$30 per hour","where":"chars:59-71"},"status":{"source":"text","text":"Apply now","where":"chars:72-81"},"title":{"source":"markup","text":"Welder, night shift","where":"chars:0-19"}},"conflicts":{}},"roles":null,"whole":true}','7b1b32ca03476d5a686c082f7083a7a3ea369a8d1c470eaceb7e731c77bcc006',3,'https://yard.example/welder','{"content-type":"text/html; charset=utf-8"}',0);
INSERT INTO "version" VALUES(2,1,1795292956000000,1795292956000000,'{"verdict":"posting","reasons":["it has 2 of the sections that postings have","its chief heading stands over a text that offers work, or did","the text under its heading is short","its text states pay or a deadline","it names 1 facts that postings name","it asks to apply"],"posting":{"title":"Rigger","organization":"Ironside Yards","locations":["Hullport"],"status":"open","pay":{"min":"25","max":"25","currency":"USD","unit":"hour","implied":["currency"],"annual_min":"52000","annual_max":"52000","text":"$25 per hour"},"deadline":null,"workplace":null,"employment_type":null,"posted_on":null,"starts_on":null,"duration":null,"requisition_id":null,"apply_url":"https://yard.example/apply","language":"en","sections":[{"kind":"responsibilities","heading":"What you will do","text":"- Weld hull plates."},{"kind":"requirements","heading":"Requirements","text":"- A valid welding certificate."}],"commentary":null,"evidence":{"apply_control":{"source":"markup","text":"Apply now","where":"markup:body"},"apply_url":{"source":"markup","text":"Apply now","where":"markup:a@href"},"language":{"source":"markup","text":"en","where":"markup:html@lang"},"locations":{"source":"text","text":"Location: Hullport","where":"chars:22-40"},"organization":{"source":"markup","text":"Rigger - Ironside Yards","where":"markup:title"},"pay":{"source":"text","text":"$25 per hour","where":"chars:46-58"},"status":{"source":"text","text":"Apply now","where":"chars:59-68"},"title":{"source":"markup","text":"Rigger","where":"chars:0-6"}},"conflicts":{}},"roles":null,"whole":true}','15d435de1a893cffd60de804e5154b7f76a69ff3576802fa7d426ebe10eee771',3,'https://yard.example/rigger','{"content-type":"text/html; charset=utf-8"}',0);
INSERT INTO "version" VALUES(1,2,1795292972000000,1795292972000000,'{"verdict":"posting","reasons":["it has 2 of the sections that postings have","its title names a role","the text under its heading is short","its text states pay or a deadline","it names 1 facts that postings name","it asks to apply"],"posting":{"title":"Welder, night shift","organization":"Ironside Yards","locations":["Hullport"],"status":"open","pay":{"min":"34","max":"34","currency":"USD","unit":"hour","implied":["currency"],"annual_min":"70720","annual_max":"70720","text":"$34 per hour"},"deadline":null,"workplace":null,"employment_type":null,"posted_on":null,"starts_on":null,"duration":null,"requisition_id":null,"apply_url":"https://yard.example/apply","language":"en","sections":[{"kind":"responsibilities","heading":"What you will do","text":"- Weld hull plates."},{"kind":"requirements","heading":"Requirements","text":"- A valid welding certificate.\n- Two years at a shipyard."}],"commentary":null,"evidence":{"apply_control":{"source":"markup","text":"Apply now","where":"markup:body"},"apply_url":{"source":"markup","text":"Apply now","where":"markup:a@href"},"language":{"source":"markup","text":"en","where":"markup:html@lang"},"locations":{"source":"text","text":"Location: Hullport","where":"chars:35-53"},"organization":{"source":"markup","text":"Welder, night shift - Ironside Yards","where":"markup:title"},"pay":{"source":"text","text":"$34 per hour","where":"chars:59-71"},"status":{"source":"text","text":"Apply now","where":"chars:72-81"},"title":{"source":"markup","text":"Welder, night shift","where":"chars:0-19"}},"conflicts":{}},"roles":null,"whole":true}','9727fb0ee61d922e4186c7496b230bcaac52af264a9b3316d1b6f8ea225e3120',3,'https://yard.example/welder','{"content-type":"text/html; charset=utf-8"}',0);
INSERT INTO "version" VALUES(1,3,1795292987000000,1795292987000000,'{"verdict":"posting","reasons":["it has 2 of the sections that postings have","its title names a role","the text under its heading is short","its text states pay or a deadline","it names 1 facts that postings name","it says that it is closed"],"posting":{"title":"Welder, night shift","organization":"Ironside Yards","locations":["Hullport"],"status":"closed","pay":{"min":"34","max":"34","currency":"USD","unit":"hour","implied":["currency"],"annual_min":"70720","annual_max":"70720","text":"$34 per hour"},"deadline":null,"workplace":null,"employment_type":null,"posted_on":null,"starts_on":null,"duration":null,"requisition_id":null,"apply_url":"https://yard.example/apply","language":"en","sections":[{"kind":"responsibilities","heading":"What you will do","text":"- Weld hull plates."},{"kind":"requirements","heading":"Requirements","text":"- A valid welding certificate."}],"commentary":null,"evidence":{"apply_url":{"source":"markup","text":"Apply now","where":"markup:a@href"},"language":{"source":"markup","text":"en","where":"markup:html@lang"},"locations":{"source":"text","text":"Location: Hullport","where":"chars:35-53"},"organization":{"source":"markup","text":"Welder, night shift - Ironside Yards","where":"markup:title"},"pay":{"source":"text","text":"$34 per hour","where":"chars:59-71"},"status":{"source":"text","text":"position is closed","where":"chars:77-95"},"title":{"source":"markup","text":"Welder, night shift","where":"chars:0-19"}},"conflicts":{}},"roles":null,"whole":true}','8e55fde158bb36f0b9edf798cea0bb709587dc799a5d164a2965d9b74317568a',3,'https://yard.example/welder','{"content-type":"text/html; charset=utf-8"}',0);
CREATE TABLE watch (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	url TEXT NOT NULL, 
	host_id INTEGER NOT NULL, 
	slot INTEGER NOT NULL, 
	kind TEXT, 
	interval_seconds INTEGER, 
	added_at BIGINT NOT NULL, 
	removed_at BIGINT, 
	etag TEXT, 
	last_modified TEXT, 
	body_hash TEXT, 
	record_hash TEXT, 
	reader_version INTEGER, 
	remind_at BIGINT, 
	CONSTRAINT ck_watch_kind CHECK (kind IN ('posting', 'board')), 
	CONSTRAINT ck_watch_interval_seconds CHECK (interval_seconds > 0), 
	CONSTRAINT ck_watch_url CHECK (length(url) > 0), 
	CONSTRAINT fk_watch_host_id_slot FOREIGN KEY(host_id, slot) REFERENCES host_slot (host_id, slot), 
	CONSTRAINT uq_watch_host_id_slot_id UNIQUE (host_id, slot, id), 
	CONSTRAINT uq_watch_url UNIQUE (url)
);
INSERT INTO "watch" VALUES(1,'https://yard.example/welder',1,0,'posting',NULL,1795292945422127,NULL,NULL,NULL,'8e55fde158bb36f0b9edf798cea0bb709587dc799a5d164a2965d9b74317568a','e6b77a450bd0589bc82ce0c2e8d78b56c145c87339363b323763a0f078cc1f22',3,NULL);
INSERT INTO "watch" VALUES(2,'https://yard.example/rigger',1,0,'posting',NULL,1795292945422127,NULL,NULL,NULL,NULL,'e782d5e22cddf18e4a0261fcc9c580afc531ecbc89179e44299eeee654058e6c',3,NULL);
CREATE TABLE watch_state (
	host_id INTEGER NOT NULL, 
	slot INTEGER NOT NULL, 
	watch_id INTEGER NOT NULL, 
	paused BOOLEAN NOT NULL, 
	next_check_at BIGINT, 
	last_checked_at BIGINT, 
	last_outcome TEXT, 
	last_reason TEXT, 
	status TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	revision INTEGER NOT NULL, 
	last_seen_at BIGINT, 
	last_change_at BIGINT, 
	last_good_at BIGINT, 
	missing_since BIGINT, 
	failures INTEGER NOT NULL, 
	failing_since BIGINT, 
	blind TEXT, 
	CONSTRAINT pk_watch_state PRIMARY KEY (host_id, slot, watch_id), 
	CONSTRAINT ck_watch_state_blind CHECK (blind IN ('unreachable', 'blocked')), 
	CONSTRAINT ck_watch_state_last_outcome CHECK (last_outcome IN ('changed', 'unchanged', 'not_modified', 'missing', 'blocked', 'failed', 'disallowed')), 
	CONSTRAINT ck_watch_state_status CHECK (status IN ('open', 'upcoming', 'closed', 'removed', 'unknown')), 
	CONSTRAINT ck_watch_state_paused CHECK (NOT paused OR next_check_at IS NULL), 
	CONSTRAINT ck_watch_state_counters CHECK (version >= 0 AND revision >= 0 AND failures >= 0), 
	CONSTRAINT fk_watch_state_host_id_slot_watch_id FOREIGN KEY(host_id, slot, watch_id) REFERENCES watch (host_id, slot, id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "watch_state" VALUES(1,0,1,0,1795315230677926,1795292987000000,'changed','closed, description_changed','closed',3,5,1795292987000000,1795292987000000,1795292987000000,NULL,0,NULL,NULL);
INSERT INTO "watch_state" VALUES(1,0,2,0,1795316314998838,1795292987000000,'unchanged','the page reads as before','open',1,5,1795292987000000,NULL,1795292987000000,NULL,0,NULL,NULL);
CREATE TABLE watch_tag (
	watch_id INTEGER NOT NULL, 
	tag TEXT NOT NULL, 
	CONSTRAINT pk_watch_tag PRIMARY KEY (watch_id, tag), 
	CONSTRAINT ck_watch_tag_tag CHECK (length(tag) > 0), 
	CONSTRAINT fk_watch_tag_watch_id FOREIGN KEY(watch_id) REFERENCES watch (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "watch_tag" VALUES(1,'yard');
INSERT INTO "watch_tag" VALUES(2,'yard');
CREATE INDEX ix_host_slot_next_due_at ON host_slot (next_due_at);
CREATE INDEX ix_snapshot_keyframe ON snapshot (keyframe);
CREATE INDEX ix_watch_remind_at ON watch (remind_at);
CREATE INDEX ix_version_snapshot ON version (snapshot);
CREATE INDEX ix_change_detected_at ON change (detected_at);
CREATE INDEX ix_notice_pending ON notice (target, watch_id, change_id) WHERE state IN ('waiting', 'leased');
CREATE INDEX ix_notice_watch_id ON notice (watch_id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('watch',2);
INSERT INTO "sqlite_sequence" VALUES('change',4);
INSERT INTO "sqlite_sequence" VALUES('notice',4);
COMMIT;
