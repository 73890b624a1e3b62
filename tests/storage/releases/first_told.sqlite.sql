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
INSERT INTO "change" VALUES(1,1,1,2,0,'pay_changed','raised','pay','pay','{"min":"55","max":"55","currency":"USD","unit":"hour","implied":[],"annual_min":"114400","annual_max":"114400","text":"The hourly rate for this position is $55 USD"}','{"min":"60","max":"60","currency":"USD","unit":"hour","implied":[],"annual_min":"124800","annual_max":"124800","text":"The hourly rate for this position is $60 USD"}','Pay raised: $55 → $60 an hour','high',1795294139000000,1795294130000000);
INSERT INTO "change" VALUES(2,1,2,3,0,'pay_changed','raised','pay','pay','{"min":"60","max":"60","currency":"USD","unit":"hour","implied":[],"annual_min":"124800","annual_max":"124800","text":"The hourly rate for this position is $60 USD"}','{"min":"62","max":"62","currency":"USD","unit":"hour","implied":[],"annual_min":"128960","annual_max":"128960","text":"The hourly rate for this position is $62 USD"}','Pay raised: $60 → $62 an hour','high',1795294146000000,1795294139000000);
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
INSERT INTO "host" VALUES(1,'127.0.0.1:36927',NULL,0,NULL,NULL);
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
INSERT INTO "host_slot" VALUES(1,0,1795316074588535,0);
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
INSERT INTO "notice" VALUES(1,1,1,'mail','6066841ef1db7e98648ec8cdf4a9980bb92b3397@posting-monitor','waiting',1795294209316784,1,NULL,'connection refused by 127.0.0.1:9',NULL,1795294139000000);
INSERT INTO "notice" VALUES(2,2,1,'mail','69cf2d46a8960b25b17dca3367056b6502330622@posting-monitor','waiting',1795294146326189,0,NULL,NULL,NULL,1795294146000000);
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
INSERT INTO "snapshot" VALUES('96445ba6ed418d3e7f42b3bcc121567bc61612ab747a3a89b7d57d9ea0195156',1880,NULL,X'28B52FFD645806FD1F00A67EB032404FD21C03C2AA288AA2E86A18DB62AB96D4F8D8DB5A699BB08B342B3F4534E2DA03910961D1B0CDB63FF9D06E32C32B6944A300A5009F009AE1DB9C587109A8317E50FB5138D4E789184FE0683854C392B25ECB27290C932AD4C2EA566B987BE5C942076A61C882B84A26E9B313D4C22C8F8842F64C2A44BEA4A03AA94B33A18FB25E1ECCE9D62367214961925A9AC6F2E8A7FD767D799AB13D1181BC96873EF91426393017F27DD4B9B2FEDBB3E4B5A71006A5AE5B27B5289888745C1EAD0C93AD67EB939493CA925A9E2E0FC94BF7A428F734BB4251AF7500A449B9B816776E405C0FEF641D9483515C5FAC30E1B4E7AF9D1B66F39D97E70CD5C91B0D37A77BBB320D0A85F3E2F23B2E24AF30D7974DCEFDD489CD871B3967EC3A0763D2DBD650838BD5E290ADA01C2C29937DAF504BF378DB989519404F0A78E88271F9C3D3B1419B8013C92CCD449449511093B85FAEE62028DF340CAC24CF513A7738A26E0F9E01D7C3277AE12246DC399DE85B0D0A4A8A6A18930A58B00B02670BA672DA16C6B3D3422D0D64EE68A7D30C4A9DC68C0608B770F1466381A379A704020BD1F6D5419AA439BD3EADA186D86E181B8E004180737BE385CE8D357CE4605CA62055C8FABA5A24B230EE9F8511481D2854E5D4B36E93BF651D5D5CBBC18902B8EF8C4E428905BB785E23C30829ACF8BAC8A4751E296B095DADF79DA13E6D6E6E728591532D28AA392651B053679F5F2530DD237B6815C64E8D6C2FBC50CD058A724F3349D196B1BBAE1CAF1D4E11A5B3DD1C6E376E1C14D4DE8DC0D4E84000E5854F8849CA00635203750B0F53DDF535B6F279BE5532D997E1A8BEC78DD8EDCBE7939DA00CB0A49A491ABFF6083647E7516012C3378D4673E0AF6D05052904123116A8DDEA78A26F2927854911CC08211AE1CD2388C4C290705EAD39EEAA78F9468200978824EBF6B1A51ACE962A84D15C014779DD3A13783F7D74A5BBB8AE178083282002428C610E3D1170A9936A46D2A45067670C1F26C069629E0314C15866ABC5091C93DA7C41E1F10DB666914231E29267115E0258F8919686594E04BF2923DD914C592050DEEA08D0023C08F1A6EC3C497322001990A0A0AE61E339548A6E81089012DD30F4070B2B021BE83302768EAC3D2834485D3748BC1F073CFD4D0011A85C71DD9B03886BA71AFE02FAE7FB517F17848D2B701404872709B3A2D086893BFC4F8014B68AC7DA4315FED81FC0C67303C669E178419D8DC98D652E7D14A117C418D0073FF416860BFDCE879C01C69A0849E40199D3067F3916051830CF9C063B5B617FF4511CA2B4CA34E4425A89377F1763AC576CC5203185A06001947B5DBC2169C430E01FE13006E84D9C810DC084F589D8C31A04042D585EB1433213EA8D1F1D04292B207976BF3560A2E1EA83ED94A23A253830040F40E9');
INSERT INTO "snapshot" VALUES('4aca3741b505a248382ab9ba34b3345a79710374479dec5c1b2b577caeb60cd0',1627,NULL,X'28B52FFD645B0515180006328C2410739B03E068E24693F5D2DDFF62EB2E2B5B4565A64ABE5794BAFD9A20C78E08005080AA8100850081001A1DECD9F6CA979D0DAC61683DCE9AB3545A09D638CDA4A2F3BD2D16D2E46253A3A6CD43A092BE6E26CC2DBA57D1428B71166B9E483369A92DD7BD91FAB14D5099EC9A894A4D32CE8A665BE82B69747D7DB9678B8452A70BA6B1612FD62410549A6A26AD3CDB736FADD26251D3B75823B59958648B5F0C8B52BFEB54B5DB086005CA9A218171AA4A68910FAFB060CD03516F222DB04D52731D52530B118276188C8B456A31EC79CED2B819EC999C55A096369DE1EB5F36C6AD3C9147F2824852CB9F1AB28E61748DD3EAF4E7E0BBFC35BC9CE36E9FA30829884D8B6192E72C8427F23C46BDA85C8D773B4FF0B19CDA72E20A93D404CED05230C95B8C93B0498B719CC5C01A0EB3511352884B5E41AFE234B50F38CAB51B15B5197176B0995AC740EDBB6C8F20047CA0B26C5CF99C6AFC39D589C29A673ED26E51994690DB6298C3929A6FF8085B526F1AC1374F58B9B4B3F281AADBBB5C5EF62C35EDC7D8240A9B74521D29F78FB91C9172A4B9956E11E3151607AD9B83C104C3174614C3D30C5B2A74943F375B0C8B523B8B51F8B1EBAE4C5D395E50B568FBF9DC860C37D8D4DEADB0324B18A3A6732B0AFD83DB5929906B0884701633685ABDB9C51F0428EF3C7C655FB5E9FA3498C15BAC9F05B284AF663315C90967CD3F9188E4E0122E059B3EA9FDF61582D33144519AA9DD1AF9A272613BE5C5388B256DAE289F1A4995A4759A51054F203002428C39681D226580CF32CC2B01011923D22E72033C44425BD09E653A125918C03A470E0A8A301C4E58084F60D05DC8B16124036FE75637400B81378766830102697A321824EDC250F3B5A7F9DE01E124C38E6E581776C83A2BBC65A42BC8CB4DAFD96508AE302B20CA30167AB7AAF676A073D02C54E111CC3A68A14849F361642E716886E5A284666BCE8CD082E79F002D905F9C8AC10F95611D9215C02B2217D8FC1058C9022C07834C20CC14A23592B042CBF5530F829715F07D76B1D610AD06850F8D4F296A4E05050C2AFAF7AB');
INSERT INTO "snapshot" VALUES('f41665cf88e1bdae98f41e7e40561ee5abece134647f86badb5b562c2671633b',1845,'96445ba6ed418d3e7f42b3bcc121567bc61612ab747a3a89b7d57d9ea0195156',X'28B52FFD6435064D0500E2C5131980B939404414F9BDB2ED1B16B31BD13D9C666CE0026023D2207D1EE4E310DAE8B5CE70FFB750724E55F061CBEFC4C1AC38819A2515C11444540A0C1D2AC73C19F185B174824E49211ED400B46DDB1FA0801C29488B85DDC022096402B91EE01C67E0854192AD9DFC88205453ED6E86A7E533C77F6743A0A873D969E1130E2A745034A95288BE9A157C2C3BF82640DDAC155436293BA837AC9A9478DD737240E5ED686B2AAA82277673');
INSERT INTO "snapshot" VALUES('29dfbeb337e1d7579041cb284b0c4113e6c3cc83a0054c2efa013195d9f9e457',1854,'96445ba6ed418d3e7f42b3bcc121567bc61612ab747a3a89b7d57d9ea0195156',X'28B52FFD643E063D0300F402353535353535363235223E5369676E616C2050726F636E6720576F726B533522416E616C7973746772616D6D65353513A0805CC5B51DF0A2892AD90370E6476D4137B9EC7D3A504454B6EA395858772F444FDB7A2D75526F54E592B823ED90C2CD686BEADF69AF61E7');
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
INSERT INTO "version" VALUES(1,1,1795294130000000,1795294130000000,'{"verdict":"posting","reasons":["it has 2 of the sections that postings have","a role''s title stands over a text","its title names a role","a title stands over a text","its text states pay or a deadline","it names 1 facts that postings name","it asks to apply"],"posting":{"title":"2027 Summer Internship, Audio Research (PhD)","organization":"Tonewell","locations":["New York City"],"status":"open","pay":{"min":"55","max":"55","currency":"USD","unit":"hour","implied":[],"annual_min":"114400","annual_max":"114400","text":"The hourly rate for this position is $55 USD"},"deadline":{"at":"2027-03-05T17:00:00Z","date_only":false,"zone":"America/New_York","text":"last day to apply is March 5, 2027 at 12:00 PM ET"},"workplace":"hybrid","employment_type":"internship","posted_on":null,"starts_on":"2027-06","duration":"10 weeks","requisition_id":null,"apply_url":"http://127.0.0.1:36927/apply/audio-research-intern","language":"en","sections":[{"kind":"responsibilities","heading":"Job Description","text":"Tonewell looks for students who care about sound. The internship lasts about 10 weeks and starts in mid-June 2027."},{"kind":"responsibilities","heading":"What You''ll Do","text":"- Prototype features on top of large audio models.\n- Measure what listeners notice, and what they do not."},{"kind":"requirements","heading":"Who You Are","text":"- You pursue a PhD and graduate in 2027 or 2028.\n- You write Python with ease."},{"kind":"location","heading":"Where You''ll Be","text":"You work from our New York City office three days a week.\nThe hourly rate for this position is $55 USD and it is overtime eligible.\nThe last day to apply is March 5, 2027 at 12:00 PM ET."}],"commentary":null,"evidence":{"apply_control":{"source":"markup","text":"Apply now","where":"markup:body"},"apply_url":{"source":"markup","text":"Apply now","where":"markup:a@href"},"deadline":{"source":"text","text":"last day to apply is March 5, 2027 at 12:00 PM ET","where":"chars:598-647"},"duration":{"source":"text","text":"internship lasts about 10 weeks","where":"chars:181-212"},"employment_type":{"source":"text","text":"Summer Internship","where":"chars:5-22"},"language":{"source":"text","text":"Job Description","where":"chars:111-126"},"locations":{"source":"text","text":"New York City","where":"chars:56-69"},"organization":{"source":"text","text":"Tonewell","where":"chars:45-53"},"pay":{"source":"text","text":"The hourly rate for this position is $55 USD","where":"chars:520-564"},"posted_between":{"source":"text","text":"Tonewell · New York City · 22 days ago · 301 applicants","where":"chars:45-100"},"requirements.degree":{"source":"text","text":"PhD and graduate in 2027 or 2028","where":"chars:384-416"},"requirements.graduation_years":{"source":"text","text":"graduate in 2027 or 2028","where":"chars:392-416"},"starts_on":{"source":"text","text":"starts in mid-June 2027","where":"chars:217-240"},"status":{"source":"text","text":"Apply now","where":"chars:101-110"},"title":{"source":"markup","text":"2027 Summer Internship, Audio Research (PhD)","where":"chars:0-44"},"workplace":{"source":"text","text":"You work from our New York City office three days a week","where":"chars:462-518"}},"conflicts":{}},"roles":null,"whole":true}','96445ba6ed418d3e7f42b3bcc121567bc61612ab747a3a89b7d57d9ea0195156',3,'http://127.0.0.1:36927/jobs/audio-research-intern','{"content-type":"text/html; charset=utf-8"}',0);
INSERT INTO "version" VALUES(2,1,1795294130000000,1795294130000000,'{"verdict":"hub","reasons":["it lists 6 roles"],"posting":null,"roles":[{"title":"ML Engineer","url":"http://127.0.0.1:36927/jobs/tonewell-0"},{"title":"Research Scientist","url":"http://127.0.0.1:36927/jobs/tonewell-1"},{"title":"Audio AI Engineer","url":"http://127.0.0.1:36927/jobs/tonewell-2"},{"title":"Data Scientist","url":"http://127.0.0.1:36927/jobs/tonewell-3"},{"title":"ML Platform Engineer","url":"http://127.0.0.1:36927/jobs/tonewell-4"}],"whole":true}','4aca3741b505a248382ab9ba34b3345a79710374479dec5c1b2b577caeb60cd0',3,'http://127.0.0.1:36927/companies/tonewell','{"content-type":"text/html; charset=utf-8"}',0);
INSERT INTO "version" VALUES(1,2,1795294139000000,1795294139000000,'{"verdict":"posting","reasons":["it has 2 of the sections that postings have","a role''s title stands over a text","its title names a role","a title stands over a text","its text states pay or a deadline","it names 1 facts that postings name","it asks to apply"],"posting":{"title":"2027 Summer Internship, Audio Research (PhD)","organization":"Tonewell","locations":["New York City"],"status":"open","pay":{"min":"60","max":"60","currency":"USD","unit":"hour","implied":[],"annual_min":"124800","annual_max":"124800","text":"The hourly rate for this position is $60 USD"},"deadline":{"at":"2027-03-05T17:00:00Z","date_only":false,"zone":"America/New_York","text":"last day to apply is March 5, 2027 at 12:00 PM ET"},"workplace":"hybrid","employment_type":"internship","posted_on":null,"starts_on":"2027-06","duration":"10 weeks","requisition_id":null,"apply_url":"http://127.0.0.1:36927/apply/audio-research-intern","language":"en","sections":[{"kind":"responsibilities","heading":"Job Description","text":"Tonewell looks for students who care about sound. The internship lasts about 10 weeks and starts in mid-June 2027."},{"kind":"responsibilities","heading":"What You''ll Do","text":"- Prototype features on top of large audio models.\n- Measure what listeners notice, and what they do not."},{"kind":"requirements","heading":"Who You Are","text":"- You pursue a PhD and graduate in 2027 or 2028.\n- You write Python with ease."},{"kind":"location","heading":"Where You''ll Be","text":"You work from our New York City office three days a week.\nThe hourly rate for this position is $60 USD and it is overtime eligible.\nThe last day to apply is March 5, 2027 at 12:00 PM ET."}],"commentary":null,"evidence":{"apply_control":{"source":"markup","text":"Apply now","where":"markup:body"},"apply_url":{"source":"markup","text":"Apply now","where":"markup:a@href"},"deadline":{"source":"text","text":"last day to apply is March 5, 2027 at 12:00 PM ET","where":"chars:598-647"},"duration":{"source":"text","text":"internship lasts about 10 weeks","where":"chars:181-212"},"employment_type":{"source":"text","text":"Summer Internship","where":"chars:5-22"},"language":{"source":"text","text":"Job Description","where":"chars:111-126"},"locations":{"source":"text","text":"New York City","where":"chars:56-69"},"organization":{"source":"text","text":"Tonewell","where":"chars:45-53"},"pay":{"source":"text","text":"The hourly rate for this position is $60 USD","where":"chars:520-564"},"posted_between":{"source":"text","text":"Tonewell · New York City · 23 days ago · 303 applicants","where":"chars:45-100"},"requirements.degree":{"source":"text","text":"PhD and graduate in 2027 or 2028","where":"chars:384-416"},"requirements.graduation_years":{"source":"text","text":"graduate in 2027 or 2028","where":"chars:392-416"},"starts_on":{"source":"text","text":"starts in mid-June 2027","where":"chars:217-240"},"status":{"source":"text","text":"Apply now","where":"chars:101-110"},"title":{"source":"markup","text":"2027 Summer Internship, Audio Research (PhD)","where":"chars:0-44"},"workplace":{"source":"text","text":"You work from our New York City office three days a week","where":"chars:462-518"}},"conflicts":{}},"roles":null,"whole":true}','f41665cf88e1bdae98f41e7e40561ee5abece134647f86badb5b562c2671633b',3,'http://127.0.0.1:36927/jobs/audio-research-intern','{"content-type":"text/html; charset=utf-8"}',0);
INSERT INTO "version" VALUES(1,3,1795294146000000,1795294146000000,'{"verdict":"posting","reasons":["it has 2 of the sections that postings have","a role''s title stands over a text","its title names a role","a title stands over a text","its text states pay or a deadline","it names 1 facts that postings name","it asks to apply"],"posting":{"title":"2027 Summer Internship, Audio Research (PhD)","organization":"Tonewell","locations":["New York City"],"status":"open","pay":{"min":"62","max":"62","currency":"USD","unit":"hour","implied":[],"annual_min":"128960","annual_max":"128960","text":"The hourly rate for this position is $62 USD"},"deadline":{"at":"2027-03-05T17:00:00Z","date_only":false,"zone":"America/New_York","text":"last day to apply is March 5, 2027 at 12:00 PM ET"},"workplace":"hybrid","employment_type":"internship","posted_on":null,"starts_on":"2027-06","duration":"10 weeks","requisition_id":null,"apply_url":"http://127.0.0.1:36927/apply/audio-research-intern","language":"en","sections":[{"kind":"responsibilities","heading":"Job Description","text":"Tonewell looks for students who care about sound. The internship lasts about 10 weeks and starts in mid-June 2027."},{"kind":"responsibilities","heading":"What You''ll Do","text":"- Prototype features on top of large audio models.\n- Measure what listeners notice, and what they do not."},{"kind":"requirements","heading":"Who You Are","text":"- You pursue a PhD and graduate in 2027 or 2028.\n- You write Python with ease."},{"kind":"location","heading":"Where You''ll Be","text":"You work from our New York City office three days a week.\nThe hourly rate for this position is $62 USD and it is overtime eligible.\nThe last day to apply is March 5, 2027 at 12:00 PM ET."}],"commentary":null,"evidence":{"apply_control":{"source":"markup","text":"Apply now","where":"markup:body"},"apply_url":{"source":"markup","text":"Apply now","where":"markup:a@href"},"deadline":{"source":"text","text":"last day to apply is March 5, 2027 at 12:00 PM ET","where":"chars:598-647"},"duration":{"source":"text","text":"internship lasts about 10 weeks","where":"chars:181-212"},"employment_type":{"source":"text","text":"Summer Internship","where":"chars:5-22"},"language":{"source":"text","text":"Job Description","where":"chars:111-126"},"locations":{"source":"text","text":"New York City","where":"chars:56-69"},"organization":{"source":"text","text":"Tonewell","where":"chars:45-53"},"pay":{"source":"text","text":"The hourly rate for this position is $62 USD","where":"chars:520-564"},"posted_between":{"source":"text","text":"Tonewell · New York City · 22 days ago · 305 applicants","where":"chars:45-100"},"requirements.degree":{"source":"text","text":"PhD and graduate in 2027 or 2028","where":"chars:384-416"},"requirements.graduation_years":{"source":"text","text":"graduate in 2027 or 2028","where":"chars:392-416"},"starts_on":{"source":"text","text":"starts in mid-June 2027","where":"chars:217-240"},"status":{"source":"text","text":"Apply now","where":"chars:101-110"},"title":{"source":"markup","text":"2027 Summer Internship, Audio Research (PhD)","where":"chars:0-44"},"workplace":{"source":"text","text":"You work from our New York City office three days a week","where":"chars:462-518"}},"conflicts":{}},"roles":null,"whole":true}','29dfbeb337e1d7579041cb284b0c4113e6c3cc83a0054c2efa013195d9f9e457',3,'http://127.0.0.1:36927/jobs/audio-research-intern','{"content-type":"text/html; charset=utf-8"}',0);
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
INSERT INTO "watch" VALUES(1,'http://127.0.0.1:36927/jobs/audio-research-intern',1,0,'posting',NULL,1795294115297769,NULL,NULL,NULL,'29dfbeb337e1d7579041cb284b0c4113e6c3cc83a0054c2efa013195d9f9e457','bbe07169d00997e4e9337bc3ef0e7ef420c771f23a879343c97543260e6f968c',3,1803661200000000);
INSERT INTO "watch" VALUES(2,'http://127.0.0.1:36927/companies/tonewell',1,0,'board',NULL,1795294117902275,NULL,NULL,NULL,NULL,'6e125601db5b558808437b16bf4350363e6a2efaf1b7197de26412a15236f49a',3,NULL);
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
INSERT INTO "watch_state" VALUES(1,0,1,0,1795316074588535,1795294146000000,'changed','pay_changed','open',3,5,1795294146000000,1795294146000000,1795294146000000,NULL,0,NULL,NULL);
INSERT INTO "watch_state" VALUES(1,0,2,1,NULL,1795294146000000,'unchanged','the page reads as before','unknown',1,5,1795294146000000,NULL,1795294146000000,NULL,0,NULL,NULL);
CREATE TABLE watch_tag (
	watch_id INTEGER NOT NULL, 
	tag TEXT NOT NULL, 
	CONSTRAINT pk_watch_tag PRIMARY KEY (watch_id, tag), 
	CONSTRAINT ck_watch_tag_tag CHECK (length(tag) > 0), 
	CONSTRAINT fk_watch_tag_watch_id FOREIGN KEY(watch_id) REFERENCES watch (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "watch_tag" VALUES(1,'summer');
CREATE INDEX ix_host_slot_next_due_at ON host_slot (next_due_at);
CREATE INDEX ix_snapshot_keyframe ON snapshot (keyframe);
CREATE INDEX ix_watch_remind_at ON watch (remind_at);
CREATE INDEX ix_version_snapshot ON version (snapshot);
CREATE INDEX ix_change_detected_at ON change (detected_at);
CREATE INDEX ix_notice_pending ON notice (target, watch_id, change_id) WHERE state IN ('waiting', 'leased');
CREATE INDEX ix_notice_watch_id ON notice (watch_id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('watch',2);
INSERT INTO "sqlite_sequence" VALUES('change',2);
INSERT INTO "sqlite_sequence" VALUES('notice',2);
COMMIT;
