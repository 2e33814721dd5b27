"""Months, weekdays and heads of state or government in other languages, as news prints them.

Tables only. Words stand apart by spaces, spellings of one by `/`; `~` stands for any ending, `_` "
    "for a space, `-` for a
word that mostly means something else (`luni` is Monday, and months). What must not be in here: "
    "English, forms of dates.
"""

from __future__ import annotations

from typing import Final

MONTH_WORDS: Final = {
    "ar": "يناير/كانون_الثاني/جانفي فبراير/شباط/فيفري مارس/آذار/اذار أبريل/ابريل/إبريل/نيسان/أفريل "
    "مايو/أيار/ايار/ماي "
    "يونيو/يونيه/حزيران/جوان يوليو/يوليه/تموز/جويلية أغسطس/اغسطس/آب/أوت سبتمبر/أيلول/ايلول "
    "أكتوبر/اكتوبر/تشرين_الأول/تشرين_الاول نوفمبر/تشرين_الثاني ديسمبر/كانون_الأول/كانون_الاول",
    "az": "yanvar~ fevral~ mart~ aprel~ may~ iyun~ iyul~ avqust~ sentyabr~ oktyabr~ noyabr~ dekabr~",
    "be": "студзен~ люты/лютага/лютым сакавік~ красавік~ май/мая/маі чэрвен~ ліпен~ жнів~ верасен~/верасн~ кастрычнік~ "
    "лістапад~ снежань/снежня/снежні/снежнем",
    "bg": "януари февруари март април май юни юли август септември октомври ноември декември",
    "bn": "জানুয়ারি/জানুয়ারী/জানুয়ারি/জানুয়ারী ফেব্রুয়ারি/ফেব্রুয়ারী/ফেব্রুয়ারি/ফেব্রুয়ারী "
    "মার্চ এপ্রিল মে জুন জুলাই আগস্ট/অগস্ট "
    "সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
    "ca": "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
    "cs": "leden/ledna/lednu únor~ březen/března/březnu duben/dubna/dubnu květen/května/květnu červen/června/červnu "
    "červenec/července/červenci srpen/srpna/srpnu září říjen/října/říjnu listopad~ prosinec/prosince/prosinci",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "de": "januar/jänner februar/feber märz april mai juni juli august september oktober november dezember",
    "el": "ιανουάρ~/ιανουαρ~ φεβρουάρ~/φεβρουαρ~ μάρτ~/μαρτ~ απρίλ~/απριλ~ μάιο~/μάϊο~/μαΐου/μαίου ιούνι~/ιουνί~ "
    "ιούλι~/ιουλί~ αύγουστ~/αυγούστ~ σεπτέμβρ~/σεπτεμβρ~ οκτώβρ~/οκτωβρ~ νοέμβρ~/νοεμβρ~ δεκέμβρ~/δεκεμβρ~",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre",
    "et": "jaanuar~ veebruar~ märts~ aprill~ mai/mais/maist juuni~ juuli~ august~ septemb~ oktoob~ novemb~ detsemb~",
    "fa": "ژانویه فوریه مارس آوریل مه/می ژوئن ژوئیه/جولای اوت/آگوست سپتامبر اکتبر نوامبر دسامبر",
    "fi": "tammikuu~ helmikuu~ maaliskuu~ huhtikuu~ toukokuu~ kesäkuu~ heinäkuu~ elokuu~ syyskuu~ lokakuu~ "
    "marraskuu~ joulukuu~",
    "fr": "janvier/janv février/fevrier/févr mars avril mai juin juillet/juil août/aout septembre/sept octobre/oct "
    "novembre/nov décembre/decembre/déc",
    "he": "ינואר פברואר מרץ/מרס אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
    "hi": "जनवरी फरवरी/फ़रवरी/फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर/सितम्बर अक्टूबर/अक्तूबर नवंबर/नवम्बर दिसंबर/दिसम्बर",
    "hr": "siječanj/siječnj~ veljač~ ožujak/ožujk~ travanj/travnj~ svibanj/svibnj~ lipanj/lipnj~ srpanj/srpnj~ "
    "kolovoz~ rujan/rujn~ listopad~ studeni/studenog~ prosinac/prosinc~",
    "hu": "január~ február~ március~ április~ május~ június~ július~ augusztus~ szeptember~ "
    "október~ november~ december~",
    "id": "januari februari maret april mei juni juli agustus september oktober november desember",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "kk": "қаңтар~ ақпан~ наурыз~ сәуір~ мамыр~ маусым~ шілде~ тамыз~ қыркүйек~ қазан~ қараша~ желтоқсан~",
    "lt": "sausi~ vasari~ kov~ balandž~ gegužė~ birželi~ liep~ rugpjū~ rugsėj~ spal~ lapkri~ gruod~",
    "lv": "janvār~ februār~ mart~ aprīl~ maij~ jūnij~ jūlij~ august~ septembr~ oktobr~ novembr~ decembr~",
    "mk": "јануари февруари март април мај јуни јули август септември октомври ноември декември",
    "ms": "januari februari mac april mei jun julai ogos september oktober november disember",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "no": "januar februar mars april mai juni juli august september oktober november desember",
    "pl": "styczeń/styczni~ luty/lutego/lutym marzec/marca/marcu kwiecień/kwietni~ maj/maja/maju czerwiec/czerwc~ "
    "lipiec/lipca/lipcu sierpień/sierpni~ wrzesień/wrześni~ październik~ listopad~ grudzień/grudni~",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "ru": "январ~ феврал~ март/марта/марте апрел~ май/мая/мае июн~ июл~ август~ сентябр~ октябр~ ноябр~ декабр~",
    "sk": "január~ február~ marec/marca/marci apríl~ máj~ jún~ júl~ august~ septemb~ októb~ novemb~ decemb~",
    "sl": "januar~ februar~ marec/marca/marcu april~ maj/maja/maju junij~ julij~ avgust~ septemb~ "
    "oktob~ novemb~ decemb~",
    "sq": "janar~ shkurt~ mars~ prill~ maj/maji~ qershor~ korrik~ gusht~ shtator~ tetor~ nëntor~ dhjetor~",
    "sr": "јануар~ фебруар~ март/марта/марту април~ мај/маја/мају јун/јуна/јуну/јуни "
    "јул/јула/јулу/јули август~ септемб~ "
    "октоб~ новемб~ децемб~",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "sw": "januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba",
    "tl": "enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre disyembre",
    "tr": "ocak~ şubat~ mart~ nisan~ mayıs~ haziran~ temmuz~ ağustos~ eylül~ ekim~ kasım~ aralık~",
    "uk": "січень/січн~ лютий/лютого/лютому березень/березн~ квітень/квітн~ травень/травн~ червень/червн~ "
    "липень/липн~ серпень/серпн~ вересень/вересн~ жовтень/жовтн~ листопад~ грудень/грудн~",
    "ur": "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
}
"""From January on."""

WEEKDAY_WORDS: Final = {
    "ar": "الاثنين/الإثنين الثلاثاء الأربعاء/الاربعاء الخميس الجمعة السبت الأحد/الاحد",
    "bg": "понеделник вторник сряда четвъртък петък събота неделя",
    "bn": "সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার রবিবার/রোববার",
    "ca": "dilluns dimarts dimecres dijous divendres dissabte diumenge",
    "cs": "pondělí úterý středu čtvrtek pátek sobot~ neděl~",
    "da": "mandag~ tirsdag~ onsdag~ torsdag~ fredag~ lørdag~ søndag~",
    "de": "montag~ dienstag~ mittwoch~ donnerstag~ freitag~ samstag~/sonnabend~ sonntag~",
    "el": "- - - - παρασκευή σάββατο κυριακή",
    "es": "lunes martes miércoles/miercoles jueves viernes sábado/sabado domingo",
    "et": "esmaspäev~ teisipäev~ kolmapäev~ neljapäev~ reede~ laupäev~ pühapäev~",
    "fa": "دوشنبه سه‌شنبه/سه_شنبه چهارشنبه پنجشنبه/پنج‌شنبه جمعه شنبه یکشنبه/یک‌شنبه",
    "fi": "maanantai~ tiistai~ keskiviikko~/keskiviikon~ torstai~ perjantai~ lauantai~ sunnuntai~",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "he": "יום_שני יום_שלישי יום_רביעי יום_חמישי יום_שישי - יום_ראשון",
    "hi": "सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार",
    "hr": "ponedjelj~ utorak/utorka srijed~ četvrtak/četvrtka petak/petka subot~ nedjelj~",
    "hu": "hétfő~ kedd~ szerdán/szerda csütörtök~ péntek~ szombat~ vasárnap~",
    "id": "senin selasa rabu kamis jumat sabtu -",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "ja": "月曜 火曜 水曜 木曜 金曜 土曜 日曜",
    "ko": "월요일 화요일 수요일 목요일 금요일 토요일 일요일",
    "lt": "pirmadien~ antradien~ trečiadien~ ketvirtadien~ penktadien~ šeštadien~ sekmadien~",
    "lv": "pirmdien~ otrdien~ trešdien~ ceturtdien~ piektdien~ sestdien~ svētdien~",
    "ms": "isnin selasa rabu khamis jumaat sabtu ahad",
    "nl": "maandag~ dinsdag~ woensdag~ donderdag~ vrijdag~ zaterdag~ zondag~",
    "no": "mandag~ tirsdag~ onsdag~ torsdag~ fredag~ lørdag~ søndag~",
    "pl": "poniedział~ wtorek/wtorku środę czwartek/czwartku piątek/piątku sobot~ niedziel~",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "ro": "- marți/marţi miercuri joi vineri sâmbătă duminică",
    "ru": "понедельник~ вторник~ среду четверг~ пятниц~ суббот~ воскресень~",
    "sk": "pondelok utorok stredu štvrtok piatok sobotu nedeľu",
    "sl": "ponedeljek torek sredo četrtek petek soboto nedeljo",
    "sr": "понедељ~ уторак/уторка среду четвртак/четвртка петак/петка суботу недељу",
    "sv": "måndag~ tisdag~ onsdag~ torsdag~ fredag~ lördag~ söndag~",
    "sw": "jumatatu jumanne jumatano alhamisi ijumaa jumamosi jumapili",
    "tr": "pazartesi salı çarşamba perşembe cuma cumartesi -",
    "uk": "понеділ~ вівтор~ середу четвер/четверга п'ятниц~/п’ятниц~/пʼятниц~ субот~ неділ~",
    "ur": "- منگل بدھ جمعرات جمعہ - اتوار",
    "zh": "星期一/周一/週一 星期二/周二/週二 星期三/周三/週三 星期四/周四/週四 星期五/周五/週五 星期六/周六/週六 "
    "星期日/星期天/周日/週日",
}
"""From Monday on."""

HEAD_WORDS: Final = {
    "ar": "الرئيس/رئيس رئيس_الوزراء السابق/الأسبق",
    "bg": "президент~ премиер~ бивш~",
    "cs": "prezident~ premiér~ bývalý/bývalého",
    "da": "præsident~ statsminister~/premierminister~ tidligere",
    "de": "präsident~/staatspräsident~ premierminister~/ministerpräsident~ ex/früher~/ehemalig~/damalig~",
    "el": "πρόεδρο~ πρωθυπουργό~ πρώην",
    "es": "presidente/presidenta/mandatario/mandataria primer_ministro/primera_ministra ex/expresident~/entonces",
    "fa": "رئیس‌جمهور/رییس‌جمهور/رئیس_جمهور نخست‌وزیر/نخست_وزیر سابق/پیشین",
    "fr": "président/présidente premier_ministre/première_ministre ex/ancien/ancienne",
    "id": "presiden perdana_menteri mantan",
    "it": "presidente/presidentessa premier/primo_ministro ex",
    "nl": "president premier/minister-president voormalig~/oud",
    "no": "president/presidenten statsminister~ tidligere",
    "pl": "prezydent~ premier~ były/byłego/byłym/ówczesn~",
    "pt": "presidente primeiro-ministro/primeira-ministra/premiê ex/antigo",
    "ro": "președintel~/preşedintel~ premierul~/prim-ministrul~ fost~",
    "ru": "президент~ премьер~ бывш~/экс/тогдашн~",
    "sr": "председник~ премијер~ бивш~",
    "sv": "president/presidenten statsminister~/premiärminister~ tidigare",
    "tr": "cumhurbaşkanı~/başkan~ başbakan~ eski",
    "uk": "президент~ прем'єр~/прем’єр~ колишн~/екс/тодішн~",
    "zh": "总统/總統/国家主席/國家主席 总理/總理/首相 前",
}
"""How presidents and heads of government are called before their names, and who was one before."""
