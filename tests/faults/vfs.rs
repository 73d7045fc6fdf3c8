//! The door between SQLite and [`Disk`]: a file system through SQLite's own VFS interface, so that
//! the program's code runs over it unchanged.
//!
//! It behaves as SQLite's own file system for Unix does where that matters for a power cut: the
//! first sync of a new journal also syncs the directory, an unlink syncs it only when SQLite asks
//! (which it does with `synchronous=EXTRA` alone), sectors are 512 bytes and a write never harms
//! the bytes beside it. Locks are not kept: one program uses one disk.
#![expect(
    unsafe_code,
    reason = "SQLite's VFS interface is a table of C functions"
)]

use std::ffi::{CStr, CString, c_char, c_int, c_void};
use std::mem::size_of;
use std::ptr;
use std::sync::Arc;

use rusqlite::ffi;

use crate::disk::{Disk, FileNumber, Refusal};

/// An open file. SQLite gives the memory, [`open`] fills it, [`close`] empties it.
#[repr(C)]
struct Handle {
    base: ffi::sqlite3_file,
    disk: *const Disk,
    file: FileNumber,
    syncs_directory: bool,
    vanishes: *mut String,
}

/// Makes `disk` known to SQLite under `name` for as long as the program runs.
pub fn register(name: &str, disk: &Arc<Disk>) {
    // SAFETY: null asks for the default file system, which SQLite always has after initialising.
    let native = unsafe {
        ffi::sqlite3_initialize();
        &*ffi::sqlite3_vfs_find(ptr::null())
    };
    let name = CString::new(name).expect("a name without zero bytes");
    let vfs = Box::new(ffi::sqlite3_vfs {
        iVersion: 2,
        szOsFile: c_int::try_from(size_of::<Handle>()).expect("a small struct"),
        mxPathname: 512,
        pNext: ptr::null_mut(),
        zName: name.into_raw(),
        pAppData: Arc::into_raw(Arc::clone(disk)).cast_mut().cast(),
        xOpen: Some(open),
        xDelete: Some(delete),
        xAccess: Some(access),
        xFullPathname: Some(full_path_name),
        xDlOpen: None,
        xDlError: None,
        xDlSym: None,
        xDlClose: None,
        xRandomness: native.xRandomness,
        xSleep: native.xSleep,
        xCurrentTime: native.xCurrentTime,
        xGetLastError: None,
        xCurrentTimeInt64: native.xCurrentTimeInt64,
        xSetSystemCall: None,
        xGetSystemCall: None,
        xNextSystemCall: None,
    });
    // SAFETY: the struct, its name and the disk are leaked, so they outlive every connection.
    let code = unsafe { ffi::sqlite3_vfs_register(Box::into_raw(vfs), 0) };
    assert_eq!(code, ffi::SQLITE_OK, "SQLite takes the file system");
}

static METHODS: ffi::sqlite3_io_methods = ffi::sqlite3_io_methods {
    iVersion: 1,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(lock),
    xCheckReservedLock: Some(check_reserved_lock),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(device_characteristics),
    xShmMap: None,
    xShmLock: None,
    xShmBarrier: None,
    xShmUnmap: None,
    xFetch: None,
    xUnfetch: None,
};

/// # Safety
/// `vfs` must be one that [`register`] made.
unsafe fn disk_of<'a>(vfs: *mut ffi::sqlite3_vfs) -> &'a Disk {
    // SAFETY: `register` put a leaked `Arc<Disk>` there.
    unsafe { &*(*vfs).pAppData.cast::<Disk>() }
}

/// # Safety
/// `file` must have been filled by [`open`].
unsafe fn handle_of<'a>(file: *mut ffi::sqlite3_file) -> (&'a mut Handle, &'a Disk) {
    // SAFETY: SQLite hands back the memory that `open` filled, from one thread at a time.
    let handle = unsafe { &mut *file.cast::<Handle>() };
    // SAFETY: the disk is leaked by `register`.
    let disk = unsafe { &*handle.disk };
    (handle, disk)
}

/// # Safety
/// `name` must be null or a C string.
unsafe fn text<'a>(name: *const c_char) -> Option<&'a str> {
    if name.is_null() {
        return None;
    }
    // SAFETY: not null, and SQLite's names end with a zero byte.
    unsafe { CStr::from_ptr(name) }.to_str().ok()
}

fn code(result: Result<(), Refusal>, broken: c_int) -> c_int {
    match result {
        Ok(()) => ffi::SQLITE_OK,
        Err(Refusal::Full) => ffi::SQLITE_FULL,
        Err(Refusal::Missing | Refusal::Broken) => broken,
    }
}

fn offset(number: ffi::sqlite3_int64) -> usize {
    usize::try_from(number).expect("SQLite gives no negative offset")
}

unsafe extern "C" fn open(
    vfs: *mut ffi::sqlite3_vfs,
    name: ffi::sqlite3_filename,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    flags_out: *mut c_int,
) -> c_int {
    // SAFETY: SQLite calls with the VFS it was given, memory of `szOsFile` bytes and a C string
    // or null.
    unsafe {
        (*file).pMethods = ptr::null();
        let disk = disk_of(vfs);
        let name = text(name);
        let create = flags & ffi::SQLITE_OPEN_CREATE != 0;
        let Ok((number, _created)) = disk.open(name, create) else {
            return ffi::SQLITE_CANTOPEN;
        };
        let journals =
            ffi::SQLITE_OPEN_MAIN_JOURNAL | ffi::SQLITE_OPEN_SUPER_JOURNAL | ffi::SQLITE_OPEN_WAL;
        let vanishes = match name {
            Some(name) if flags & ffi::SQLITE_OPEN_DELETEONCLOSE != 0 => {
                Box::into_raw(Box::new(name.to_owned()))
            }
            _ => ptr::null_mut(),
        };
        file.cast::<Handle>().write(Handle {
            base: ffi::sqlite3_file {
                pMethods: &raw const METHODS,
            },
            disk,
            file: number,
            syncs_directory: create && flags & journals != 0,
            vanishes,
        });
        if !flags_out.is_null() {
            *flags_out = flags;
        }
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn close(file: *mut ffi::sqlite3_file) -> c_int {
    // SAFETY: `open` filled the handle; SQLite closes once, and `vanishes` came from a Box.
    unsafe {
        let (handle, disk) = handle_of(file);
        if !handle.vanishes.is_null() {
            let name = Box::from_raw(handle.vanishes);
            handle.vanishes = ptr::null_mut();
            // A temporary file that stays behind after trouble harms nobody.
            let _ = disk.remove(&name);
        }
        (*file).pMethods = ptr::null();
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn read(
    file: *mut ffi::sqlite3_file,
    into: *mut c_void,
    count: c_int,
    at: ffi::sqlite3_int64,
) -> c_int {
    // SAFETY: SQLite gives room for `count` bytes.
    let (handle, disk, bytes) = unsafe {
        let (handle, disk) = handle_of(file);
        let bytes =
            std::slice::from_raw_parts_mut(into.cast::<u8>(), usize::try_from(count).unwrap_or(0));
        (handle, disk, bytes)
    };
    match disk.read(handle.file, offset(at), bytes) {
        Ok(there) if there == bytes.len() => ffi::SQLITE_OK,
        Ok(_) => ffi::SQLITE_IOERR_SHORT_READ,
        Err(_) => ffi::SQLITE_IOERR_READ,
    }
}

unsafe extern "C" fn write(
    file: *mut ffi::sqlite3_file,
    from: *const c_void,
    count: c_int,
    at: ffi::sqlite3_int64,
) -> c_int {
    // SAFETY: SQLite gives `count` readable bytes.
    let (handle, disk, bytes) = unsafe {
        let (handle, disk) = handle_of(file);
        let bytes =
            std::slice::from_raw_parts(from.cast::<u8>(), usize::try_from(count).unwrap_or(0));
        (handle, disk, bytes)
    };
    code(
        disk.write(handle.file, offset(at), bytes),
        ffi::SQLITE_IOERR_WRITE,
    )
}

unsafe extern "C" fn truncate(file: *mut ffi::sqlite3_file, size: ffi::sqlite3_int64) -> c_int {
    // SAFETY: `open` filled the handle.
    let (handle, disk) = unsafe { handle_of(file) };
    code(
        disk.set_length(handle.file, offset(size)),
        ffi::SQLITE_IOERR_TRUNCATE,
    )
}

unsafe extern "C" fn sync(file: *mut ffi::sqlite3_file, _flags: c_int) -> c_int {
    // SAFETY: `open` filled the handle.
    let (handle, disk) = unsafe { handle_of(file) };
    if let Err(refusal) = disk.sync(handle.file) {
        return code(Err(refusal), ffi::SQLITE_IOERR_FSYNC);
    }
    if handle.syncs_directory {
        if let Err(refusal) = disk.sync_directory() {
            return code(Err(refusal), ffi::SQLITE_IOERR_DIR_FSYNC);
        }
        handle.syncs_directory = false;
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn file_size(
    file: *mut ffi::sqlite3_file,
    size: *mut ffi::sqlite3_int64,
) -> c_int {
    // SAFETY: `open` filled the handle.
    let (handle, disk) = unsafe { handle_of(file) };
    let Ok(length) = disk.length(handle.file) else {
        return ffi::SQLITE_IOERR_FSTAT;
    };
    // SAFETY: SQLite gives a place for the answer.
    unsafe { *size = ffi::sqlite3_int64::try_from(length).unwrap_or(ffi::sqlite3_int64::MAX) };
    ffi::SQLITE_OK
}

unsafe extern "C" fn lock(_file: *mut ffi::sqlite3_file, _level: c_int) -> c_int {
    ffi::SQLITE_OK
}

unsafe extern "C" fn check_reserved_lock(
    _file: *mut ffi::sqlite3_file,
    reserved: *mut c_int,
) -> c_int {
    // SAFETY: SQLite gives a place for the answer.
    unsafe { *reserved = 0 };
    ffi::SQLITE_OK
}

unsafe extern "C" fn file_control(
    _file: *mut ffi::sqlite3_file,
    _what: c_int,
    _with: *mut c_void,
) -> c_int {
    ffi::SQLITE_NOTFOUND
}

unsafe extern "C" fn sector_size(_file: *mut ffi::sqlite3_file) -> c_int {
    // What SQLite's own file system for Unix says.
    4096
}

unsafe extern "C" fn device_characteristics(_file: *mut ffi::sqlite3_file) -> c_int {
    ffi::SQLITE_IOCAP_POWERSAFE_OVERWRITE
}

unsafe extern "C" fn delete(
    vfs: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    sync_directory: c_int,
) -> c_int {
    // SAFETY: SQLite calls with the VFS it was given and a C string.
    let (disk, name) = unsafe { (disk_of(vfs), text(name)) };
    let Some(name) = name else {
        return ffi::SQLITE_IOERR_DELETE;
    };
    match disk.remove(name) {
        Ok(()) => {}
        Err(Refusal::Missing) => return ffi::SQLITE_IOERR_DELETE_NOENT,
        Err(_) => return ffi::SQLITE_IOERR_DELETE,
    }
    if sync_directory != 0 {
        return code(disk.sync_directory(), ffi::SQLITE_IOERR_DIR_FSYNC);
    }
    ffi::SQLITE_OK
}

unsafe extern "C" fn access(
    vfs: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    _flags: c_int,
    answer: *mut c_int,
) -> c_int {
    // SAFETY: SQLite calls with the VFS it was given, a C string and a place for the answer.
    let (disk, name) = unsafe { (disk_of(vfs), text(name).unwrap_or_default()) };
    match disk.exists(name) {
        Ok(exists) => {
            // SAFETY: as above.
            unsafe { *answer = c_int::from(exists) };
            ffi::SQLITE_OK
        }
        Err(_) => ffi::SQLITE_IOERR_ACCESS,
    }
}

unsafe extern "C" fn full_path_name(
    _vfs: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    room: c_int,
    out: *mut c_char,
) -> c_int {
    // SAFETY: SQLite gives a C string and `room` bytes for the answer.
    unsafe {
        let bytes = CStr::from_ptr(name).to_bytes_with_nul();
        if bytes.len() > usize::try_from(room).unwrap_or(0) {
            return ffi::SQLITE_CANTOPEN;
        }
        ptr::copy_nonoverlapping(bytes.as_ptr().cast(), out, bytes.len());
    }
    ffi::SQLITE_OK
}
